import { describe, expect, it } from 'vitest'
import { hasBrowser } from '../../support/browser.ts'
import { webAct } from '../../support/web-call.ts'
import { webPerson } from '../../support/web-person.ts'
import { webStage } from '../../support/web-stage.ts'

describe.skipIf(!hasBrowser)('the page and its server', () => {
  const stage = webStage()
  const room = 'huaxing'
  const textsIn = async () =>
    (await stage.chat().log.page({ conversation: room, limit: 50 })).map(({ content }) =>
      content.kind === 'said' ? content.text : '',
    )

  it('find each other again after a restart: nothing lost, nothing twice', async () => {
    const page = await stage.open(['zhao', 'li'])
    const { log, stop, restart } = stage.chat()
    const [zhao, li] = [webPerson(page, 'zhao'), webPerson(page, 'li')]
    await zhao.say('before', { in: 'Huaxing' })
    await li.go({ in: 'Huaxing' })
    await li.sees('before')
    await stop()
    await page.getByText('Reconnecting…').waitFor()
    await zhao.say('said while it was away')
    await zhao.sees('Sending…')
    await log.append({
      key: 'qian:meanwhile',
      conversation: room,
      at: Date.now(),
      content: { kind: 'said', author: 'qian', text: 'by another process' },
    })
    await restart()
    await li.sees('said while it was away')
    await li.sees('by another process')
    await page.getByText('Reconnecting…').waitFor({ state: 'detached' })
    await expect.poll(() => zhao.pane.getByText('Sending…').count()).toBe(0)
    const shown = await li.pane.locator('.words').allTextContents()
    expect(shown).toEqual(await textsIn())
    expect(shown.toSorted()).toEqual(['before', 'by another process', 'said while it was away'])
  })

  it('T03 say a thing once though its first answer was lost on the way', async () => {
    const page = await stage.open(['zhao'])
    const zhao = webPerson(page, 'zhao')
    let lost = 0
    await page.route('**/api/say', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await zhao.say('just once, please', { in: 'Huaxing' })
    await expect.poll(() => zhao.pane.getByText('Sending…').count()).toBe(0)
    await expect.poll(() => lost).toBe(2)
    expect((await textsIn()).filter((text) => text === 'just once, please')).toHaveLength(1)
    expect(await zhao.pane.getByText('just once, please').count()).toBe(1)
  })

  it('keep what could not be said, with the reason and a way to try again', async () => {
    const page = await stage.open(['zhao'])
    const zhao = webPerson(page, 'zhao')
    let refuse = true
    await page.route('**/api/say', (route) =>
      refuse ? route.fulfill({ status: 404, json: { error: 'not_found' } }) : route.continue(),
    )
    await zhao.say('do not lose me', { in: 'Huaxing' })
    await zhao.sees(/Not sent\. This conversation or message is not there/)
    refuse = false
    await zhao.pane.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(textsIn).toContain('do not lose me')
    await expect.poll(() => zhao.pane.getByText('Not sent.').count()).toBe(0)
  })

  it('T03 send what the server did not take for too long once it is back', async () => {
    const page = await stage.open(['zhao'], { alone: true })
    const { stop, restart } = stage.chat()
    const zhao = webPerson(page, 'zhao')
    await page.clock.install()
    await stop()
    await zhao.say('said in a long restart', { in: 'Huaxing' })
    await expect
      .poll(async () => {
        await page.clock.runFor(5_000)
        return zhao.pane.getByText('Not sent.').count()
      })
      .toBe(1)
    await restart()
    await expect
      .poll(async () => {
        await page.clock.runFor(2_000)
        return (await textsIn()).filter((text) => text === 'said in a long restart').length
      })
      .toBe(1)
    await expect.poll(() => zhao.pane.getByText('Not sent.').count()).toBe(0)
  })

  it('T41 take a long message whole, and refuse a longer one before it is sent', async () => {
    const page = await stage.open(['zhao'])
    const zhao = webPerson(page, 'zhao')
    const long = `${'字𠀀👩‍💻'.repeat(1_300)}end`
    await zhao.say(long, { in: 'Huaxing' })
    await expect.poll(textsIn).toContain(long)
    await zhao.say('x'.repeat(8_001))
    await zhao.sees(/at most 8,000 characters/)
    const composer = zhao.pane.locator('.composer textarea')
    expect((await composer.inputValue()).length).toBe(8_001)
    expect(await textsIn()).not.toContain('x'.repeat(8_001))
  })

  it('remember in the address whose chats are open', async () => {
    const page = await stage.open(['li', 'zhao'])
    await page.getByRole('button', { name: /Chen Hui/ }).click()
    await expect.poll(() => new URL(page.url()).hash).toBe('#li,zhao,chen')
    await page.getByRole('button', { name: 'Close Zhao Min’s chat' }).click()
    await expect.poll(() => new URL(page.url()).hash).toBe('#li,chen')
    await page.reload()
    await page.locator('.pane').nth(1).waitFor()
    const shown = await page.locator('.pane').evaluateAll((all) => all.map((pane) => pane.dataset.person))
    expect(shown).toEqual(['li', 'chen'])
    await page.locator('.pane[data-person=chen] .pane-head select').selectOption('Ada Smith')
    await expect.poll(() => new URL(page.url()).hash).toBe('#li,smith')
  })

  it('show what came and changed in a chat while it was closed', async () => {
    const { log, address } = stage.chat()
    const conversation = 'direct:li'
    const append = (key: string, text: string) =>
      log.append({ key, conversation, at: Date.now(), content: { kind: 'said', author: 'li', text } })
    await append('/post/closed-1', 'as it was said first')
    const page = await stage.open(['li', 'zhao'])
    const [li, zhao] = [webPerson(page, 'li'), webPerson(page, 'zhao')]
    await li.sees('as it was said first')
    await page.getByRole('button', { name: 'Close Li Wei’s chat' }).click()
    await li.pane.waitFor({ state: 'detached' })
    const [first] = await log.page({ conversation, limit: 1 })
    const data = { as: 'li', message: first?.id, text: 'as it was changed' }
    expect((await webAct(address, 'edit', data)).status).toBe(200)
    await append('/post/closed-2', 'said while it was closed')
    // What another chat hears brings the page's place in the news past both.
    await zhao.say('heard by another', { in: 'Huaxing' })
    await zhao.sees('heard by another')
    await page.getByRole('button', { name: /Li Wei/ }).click()
    await li.sees('said while it was closed')
    await li.sees('as it was changed')
    await li.never('as it was said first')
  })

  it('keep no connection behind another tab, and catch up in front: any number of tabs are open', async () => {
    const page = await stage.open(['li', 'zhao'])
    const zhao = webPerson(page, 'zhao')
    const turn = (state: 'hidden' | 'visible') =>
      page.evaluate((now) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, value: now })
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    const following = page.waitForEvent('requestfailed', (request) => request.url().includes('/api/live'))
    await turn('hidden')
    await following
    const conversation = 'direct:zhao'
    const content = { kind: 'said', author: 'zhao', text: 'said behind another tab' } as const
    await stage.chat().log.append({ key: '/post/hidden', conversation, at: Date.now(), content })
    await turn('visible')
    await zhao.sees('said behind another tab')
  })

  it('open for a reporter, an engineer and a manager when the address names nobody', async () => {
    const page = await stage.open([])
    const shown = await page.locator('.pane').evaluateAll((all) => all.map((pane) => pane.dataset.person))
    expect(shown).toEqual(['zhao', 'li', 'chen'])
  })

  it('load what was said earlier, page by page', async () => {
    const { log } = stage.chat()
    for (let index = 0; index < 130; index++)
      await log.append({
        key: `/post/old-${index}`,
        conversation: 'engineers',
        at: Date.now(),
        content: { kind: 'said', author: 'chen', text: `note ${index}` },
      })
    const page = await stage.open(['li'])
    const li = webPerson(page, 'li')
    await li.go({ in: 'Engineers' })
    await li.sees('note 129')
    const words = li.pane.locator('.conversation .words')
    const seen = new Set<string>()
    const look = async () => {
      const texts = await words.allTextContents()
      for (const text of texts) seen.add(text)
      return texts
    }
    await look()
    await li.pane.locator('.conversation .scroller').hover()
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, -6_000)
        return (await look())[0]
      })
      .toBe('note 0')
    expect([...seen].toSorted()).toEqual(
      Array.from({ length: 130 }, (_, index) => `note ${index}`).toSorted(),
    )
    // What is drawn is in order and without a gap.
    const texts = await words.allTextContents()
    expect(texts).toEqual(texts.map((_, index) => `note ${index}`))
  })
})
