import { describe, expect, it } from 'vitest'
import { card } from '../../../src/chat/card.ts'
import { hasBrowser } from '../../support/browser.ts'
import { webPerson } from '../../support/web-person.ts'
import { webStage } from '../../support/web-stage.ts'

describe.skipIf(!hasBrowser)('the page', () => {
  const stage = webStage()

  it('takes back what was wrong with a field as soon as it is typed in, and with no other', async () => {
    const page = await stage.open(['zhao'])
    const zhao = webPerson(page, 'zhao')
    await zhao.say('the mail is down')
    await zhao.press('Not solved')
    await zhao.fill({ 'What still fails': '' })
    const fields = zhao.pane.getByRole('dialog').locator('.field')
    const problems = fields.locator('.problem')
    await expect.poll(() => problems.count()).toBe(3)
    const reason = fields.filter({ hasText: 'What still fails' }).locator('textarea')
    await expect.poll(() => reason.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('the mail is still down')
    await expect.poll(() => problems.count()).toBe(2)
    expect(await reason.inputValue()).toBe('the mail is still down')
    expect(await reason.getAttribute('aria-invalid')).toBe('false')
  })

  it('sends a form whose answer got lost again as the same act', async () => {
    const page = await stage.open(['zhao'])
    const zhao = webPerson(page, 'zhao')
    await zhao.say('the mail is down')
    await zhao.press('Not solved')
    const keys: string[] = []
    await page.route('**/api/submit', async (route) => {
      const answer = await route.fetch()
      keys.push(route.request().postDataJSON().key)
      const lost = { status: 409, json: { error: 'other' } }
      await route.fulfill(keys.length === 1 ? lost : { response: answer })
    })
    await zhao.fill({
      ...{ 'What still fails': 'the mail is still down', 'Who is affected': 'Everybody' },
      'Whom to ask': 'Li Wei',
    })
    const panel = zhao.pane.getByRole('dialog')
    await panel.locator('footer .no, [role=alert] .no').first().waitFor()
    await panel.locator('footer button[type=submit]').click()
    await zhao.sees('Sent back to Li Wei.')
    expect(keys).toEqual([keys[0], keys[0]])
  })

  it('says passing words beside the talk, not over it', async () => {
    const page = await stage.open(['zhao'], {
      viewport: { width: 375, height: 740 },
      reducedMotion: 'reduce',
    })
    const zhao = webPerson(page, 'zhao')
    await zhao.say('the mail is down')
    // Both at once, for these words pass.
    const seen = page.waitForFunction(() => {
      const [toast, thread] = ['.toast', '.thread'].map((name) =>
        document.querySelector(name)?.getBoundingClientRect(),
      )
      return toast && thread && { wordsEnd: toast.bottom, talkBegins: thread.top }
    })
    await zhao.press('Solved')
    await zhao.sees('Thank you, noted.')
    const { wordsEnd, talkBegins } = (await (await seen).jsonValue()) ?? { wordsEnd: 0, talkBegins: -1 }
    expect(wordsEnd).toBeLessThanOrEqual(talkBegins)
  })

  it('names what is a mere figure of a row, and keeps each cell apart from the one before, in a narrow chat', async () => {
    const page = await stage.open(['zhao'], { viewport: { width: 375, height: 740 } })
    const cells = ['Mon 2 Mar 14:40', 'Chen Jing (supplier: team lead)', '3 h 30 min left', 'told, web chat']
    const posted = card({
      summary: 'Told',
      blocks: [{ type: 'table', columns: ['When', 'Who', 'Time', 'Result'], rows: [{ cells }] }],
    })
    const place = { platform: 'web', team: 'local', conversation: 'direct:zhao', direct: true } as const
    const post = { key: 'told', card: posted, language: 'en', zone: 'UTC' } as const
    await stage.chat().adapter().post(place, post)
    const table = page.locator('.table', { hasText: '3 h 30 min left' })
    await table.waitFor()
    const before = await table
      .locator('td')
      .evaluateAll((all) => all.map((cell) => getComputedStyle(cell, '::before').content))
    expect(before.map((content) => content.replaceAll('"', '')).slice(2)).toEqual(['Time ', ' · '])
  })

  it('runs the remaining time of a promise down, and holds a paused one', async () => {
    const page = await stage.open(['smith'], { alone: true })
    await page.clock.install()
    await page.reload()
    const smith = webPerson(page, 'smith')
    await smith.say('the mail is slow')
    const running = smith.pane.locator('.bar[data-state=running] .time')
    const paused = smith.pane.locator('.bar[data-state=paused] .time')
    await running.waitFor()
    const first = (await running.textContent()) ?? ''
    // The server's time goes on as it does: asked now, it would set the page's back.
    await page.route('**/api/changes?*', (route) => route.abort())
    await page.clock.runFor(5_000)
    await expect.poll(async () => ((await running.textContent()) ?? '') < first).toBe(true)
    expect(await paused.textContent()).toBe('paused, 3 h 30 min left')
    await page.clock.runFor(120_000)
    await expect.poll(() => running.textContent()).toMatch(/^overdue by \d:\d\d$/)
  })
})
