import { describe, expect, it } from 'vitest'
import { hasBrowser } from '../../support/browser.ts'
import { ticketCard } from '../../support/web-bot.ts'
import { webPerson } from '../../support/web-person.ts'
import { webStage } from '../../support/web-stage.ts'

const report = 'Our VPN has been down for the whole office since nine'

describe.skipIf(!hasBrowser)('the page', () => {
  const stage = webStage()

  it('guides an empty conversation to a first report, answered in its thread at once', async () => {
    const page = await stage.open(['zhao', 'li', 'chen'])
    const zhao = webPerson(page, 'zhao')
    await zhao.sees(/Say what is wrong in your own words/)
    await zhao.pane.getByRole('button', { name: report }).click()
    await page.waitForFunction((text) => {
      const field = document.activeElement
      return field instanceof HTMLTextAreaElement && field.value === text
    }, report)
    await page.keyboard.press('Enter')
    await zhao.sees('HX-7 was accepted. First answer by 14:15, solved by 18:00.')
    await zhao.sees(/\d:\d\d left/)
    await zhao.sees('Who is affected, and is there a workaround? Just answer here.')
    expect(stage.chat().bot.heard).toMatchObject([{ kind: 'message', text: report, addressed: true }])
  })

  it('draws a card for one person anew once something was done by it', async () => {
    const page = await stage.open(['qian'])
    const qian = webPerson(page, 'qian')
    await qian.say('@Accord the mail is down', { in: 'Huaxing' })
    await qian.sees(/HX-7 was accepted/)
    await qian.press('More')
    await qian.sees('Only you see this')
    await qian.press('Open')
    await qian.sees('HX-7 as it stands')
    expect(await qian.pane.locator('.private').getByRole('button', { name: 'Open' }).count()).toBe(0)
    expect(await qian.pane.locator('.private').count()).toBe(1)
  })

  it('says whose chat gave way to another’s, and lets the one just opened stand', async () => {
    const page = await stage.open(['zhao', 'li', 'chen'])
    const chip = (name: string) => page.locator('.people .chip', { hasText: name })
    expect(await chip('Ada Smith').getAttribute('title')).toBe('Show Ada Smith in place of Chen Hui')
    await chip('Ada Smith').click()
    await webPerson(page, 'smith').sees(/Chen Hui’s chat gave way: 3 stand side by side/)
    await chip('钱立').click()
    await webPerson(page, 'qian').sees(/Li Wei’s chat gave way/)
    const open = page.locator('.pane')
    expect(await open.evaluateAll((all) => all.map((pane) => pane.getAttribute('data-person')))).toEqual([
      'zhao',
      'qian',
      'smith',
    ])
  })

  it('shows what the bot answers to a press: a word, a no, a card for this person alone, a fault', async () => {
    const page = await stage.open(['qian', 'li'])
    const [qian, li] = [webPerson(page, 'qian'), webPerson(page, 'li')]
    await qian.say('@Accord the mail is down', { in: 'Huaxing' })
    await qian.sees(/HX-7 was accepted/)
    await qian.press('Solved')
    await qian.sees('Thank you, noted.')
    await qian.press('More')
    await qian.sees('Only you see this')
    await qian.sees('VPN down at the whole office')
    await qian.press('Claim')
    await qian.sees('Li Wei has it since 14:02. Nothing was changed.')
    await li.go({ in: 'Huaxing', thread: 'the mail is down' })
    await li.sees(/HX-7 was accepted/)
    await li.never('Only you see this')
    await qian.pane.getByRole('button', { name: 'Dismiss' }).first().click()
    await stage
      .chat()
      .adapter()
      .post(
        { platform: 'web', team: 'local', conversation: 'direct:qian', direct: true },
        {
          key: 'faulty',
          card: ticketCard('en', Date.now(), {
            buttons: [{ label: 'Break', press: { flow: 'nothing' }, style: 'normal' }],
          }),
          language: 'en',
          zone: 'UTC',
        },
      )
    await qian.go({ in: 'Accord' })
    await qian.press('Break')
    await qian.sees(/That failed on our side\.\s*Reference: F-42/)
  })

  it('shows that a button was pressed until the answer is there, and takes no second press meanwhile', async () => {
    const page = await stage.open(['li'])
    const li = webPerson(page, 'li')
    const { bot } = stage.chat()
    await li.say('status')
    await li.sees(/HX-7 was accepted/)
    const presses = () => bot.heard.filter(({ kind }) => kind === 'press').length
    const before = presses()
    let answer = () => {}
    bot.hold(
      new Promise<void>((resolve) => {
        answer = resolve
      }),
    )
    const solved = li.pane
      .locator('.thread')
      .getByRole('button', { name: /Solved/ })
      .first()
    await solved.click()
    await solved.and(page.locator('[aria-busy=true]')).waitFor()
    await solved.click({ force: true })
    answer()
    await li.sees('Thank you, noted.')
    expect(presses() - before).toBe(1)
  })

  it('asks in a panel at the side, keeps what was typed, and shows what is wrong at its field', async () => {
    const page = await stage.open(['zhao'])
    const zhao = webPerson(page, 'zhao')
    await zhao.say('still broken')
    await zhao.sees(/HX-7 was accepted/)
    await zhao.press('Not solved')
    const panel = zhao.pane.getByRole('dialog', { name: 'What is not solved?' })
    await zhao.fill({})
    await expect.poll(() => panel.getByText('Please fill this in.').count()).toBe(3)
    await zhao.fill({ 'What still fails': 'it', 'Who is affected': 'Everybody', 'Whom to ask': 'Li Wei' })
    await zhao.sees('Please say a little more.')
    const area = panel.getByLabel('What still fails')
    expect(await area.inputValue()).toBe('it')
    expect(await area.getAttribute('aria-invalid')).toBe('true')
    await expect.poll(() => area.evaluate((element) => element === document.activeElement)).toBe(true)

    await area.fill('it drops every hour')
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await zhao.press('Not solved')
    await expect.poll(() => area.inputValue()).toBe('it drops every hour')
    await zhao.fill({ 'Since when': '2026-03-02T09:00' })
    await zhao.sees('Sent back to Li Wei.')
    expect(stage.chat().bot.heard.at(-1)).toMatchObject({
      kind: 'submit',
      form: { flow: 'reason', item: 'HX-7' },
      values: { reason: 'it drops every hour', impact: 'all', person: 'li', since: '2026-03-02T09:00' },
    })
  })

  it('redraws a living card in place for everybody who sees it', async () => {
    const page = await stage.open(['zhao', 'chen'])
    const chen = webPerson(page, 'chen')
    await webPerson(page, 'zhao').say('@Accord printer on fire', { in: 'Huaxing' })
    await chen.go({ in: 'Huaxing', thread: 'printer on fire' })
    await chen.sees(/HX-7 was accepted/)
    const { bot, adapter } = stage.chat()
    const posted = bot.cards.get('huaxing')
    if (!posted) throw new Error('no card')
    const solved = ticketCard('en', Date.now(), { title: 'HX-7 · solved', tone: 'good', buttons: [] })
    await adapter().update(posted, { key: 'k', card: solved, language: 'en', zone: 'UTC' })
    await chen.sees('HX-7 · solved')
    expect(await chen.pane.locator('.thread .card').count()).toBe(1)
  })
})
