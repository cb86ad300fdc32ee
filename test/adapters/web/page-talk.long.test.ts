import { describe, expect, it } from 'vitest'
import { card } from '../../../src/chat/card.ts'
import { hasBrowser } from '../../support/browser.ts'
import { webPerson } from '../../support/web-person.ts'
import { webStage } from '../../support/web-stage.ts'

describe.skipIf(!hasBrowser)('talk in the page', () => {
  const stage = webStage()

  it('reaches the others at once, unread until they look, and leaves the bot alone', async () => {
    const page = await stage.open(['zhao', 'li', 'chen'])
    const [zhao, li, chen] = ['zhao', 'li', 'chen'].map((id) => webPerson(page, id))
    if (!zhao || !li || !chen) throw new Error('nobody')
    await zhao.go({ in: 'Huaxing' })
    await li.say('Good morning, anything odd today?', { in: 'Huaxing' })
    await zhao.sees('Good morning, anything odd today?')
    const room = chen.pane.locator('.places button', { hasText: 'Huaxing' })
    await expect.poll(() => room.textContent()).toMatch(/1 unread/)
    await chen.go({ in: 'Huaxing' })
    await expect.poll(() => room.textContent()).not.toMatch(/unread/)
    await page.reload()
    await chen.pane.locator('.places').waitFor()
    expect(await room.textContent()).not.toMatch(/unread/)
    expect(stage.chat().bot.heard.at(-1)).toMatchObject({ addressed: false })
    await li.never(/HX-7/)
  })

  it('goes on in threads that say how many replies they have and which are unread', async () => {
    const page = await stage.open(['zhao', 'li'])
    const [zhao, li] = [webPerson(page, 'zhao'), webPerson(page, 'li')]
    await zhao.say('who has the room key?', { in: 'Huaxing' })
    await li.go({ in: 'Huaxing' })
    await li.sees('who has the room key?')
    await li.say('it is at the desk', { thread: 'who has the room key?' })
    const line = zhao.pane.locator('.thread-line', { hasText: 'it is at the desk' })
    await expect.poll(() => line.textContent()).toMatch(/1 reply.*Li Wei: it is at the desk.*1 unread/)
    await line.click()
    await zhao.say('thank you')
    await li.sees('thank you')
    await page.keyboard.press('Escape')
    await expect.poll(() => line.count()).toBe(0)
    await zhao.sees('2 replies')
  })

  it('shows a long answer from its beginning, follows what comes, and leaves a reader of old words alone', async () => {
    const page = await stage.open(['chen', 'li'])
    const [chen, li] = [webPerson(page, 'chen'), webPerson(page, 'li')]
    const view = chen.pane.locator('.scroller')
    const inView = (words: string) =>
      chen.pane.locator('.words', { hasText: words }).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect()
        const seen = element.closest('.scroller')?.getBoundingClientRect()
        return seen !== undefined && top < seen.bottom && bottom > seen.top
      })
    await chen.go({ in: 'Engineers' })
    await li.say(`the first line${'\nand one more'.repeat(80)}`, { in: 'Engineers' })
    await chen.sees(/the first line/)
    await expect.poll(() => view.evaluate(({ scrollTop }) => scrollTop)).toBeLessThan(-200)
    await li.say('a short word')
    await expect.poll(() => inView('a short word')).toBe(true)
    await view.hover()
    await page.mouse.wheel(0, -900)
    await expect.poll(() => inView('a short word')).toBe(false)
    await li.say('while reading')
    await chen.pane.getByRole('button', { name: 'Jump to latest' }).waitFor()
    expect(await inView('while reading')).toBe(false)
    await chen.pane.getByRole('button', { name: 'Jump to latest' }).click()
    await expect.poll(() => inView('while reading')).toBe(true)
  })

  it('can be changed and taken back by the one who said it', async () => {
    const page = await stage.open(['zhao', 'li'])
    const [zhao, li] = [webPerson(page, 'zhao'), webPerson(page, 'li')]
    await zhao.say('the pirnter jams', { in: 'Huaxing' })
    await li.go({ in: 'Huaxing' })
    await li.sees('the pirnter jams')
    const theirs = li.pane.locator('.message', { hasText: 'the pirnter jams' })
    expect(await theirs.getByRole('button', { name: 'Edit' }).count()).toBe(0)
    const own = zhao.pane.locator('.message', { hasText: 'pirnter' })
    await own.hover()
    await own.getByRole('button', { name: 'Edit' }).click()
    await zhao.pane.getByRole('textbox', { name: 'Edit' }).fill('the printer jams')
    await page.keyboard.press('Enter')
    await li.sees('the printer jams')
    await li.sees('(edited)')
    const changed = zhao.pane.locator('.message', { hasText: 'the printer jams' })
    await changed.hover()
    await changed.getByRole('button', { name: 'Delete' }).click()
    await changed.getByRole('button', { name: 'Delete for everyone?' }).click()
    await li.sees('This message was deleted.')
    await li.never('the printer jams')
    expect(stage.chat().bot.heard.slice(-2)).toMatchObject([
      { kind: 'edit', text: 'the printer jams' },
      { kind: 'delete' },
    ])
  })

  it('speaks to the bot by its name, offered as one types it and at a press', async () => {
    const page = await stage.open(['li'])
    const li = webPerson(page, 'li')
    await li.go({ in: 'Engineers' })
    const composer = li.pane.locator('.conversation .composer textarea')
    await composer.pressSequentially('@ac')
    await li.sees('⇥ Accord · speaks to the bot')
    await page.keyboard.press('Tab')
    await expect.poll(() => composer.inputValue()).toBe('@Accord ')
    await composer.fill('who is on duty')
    await li.pane.getByRole('button', { name: '@Accord', exact: true }).click()
    await expect.poll(() => composer.inputValue()).toBe('@Accord who is on duty')
    await composer.press('Shift+Enter')
    await composer.pressSequentially('this week?')
    await page.keyboard.press('Enter')
    await li.sees(/HX-7 was accepted/)
    expect(stage.chat().bot.heard.at(-1)).toMatchObject({
      text: 'who is on duty\nthis week?',
      addressed: true,
    })
  })

  it('turns to the person’s language at a press, for them alone', async () => {
    const page = await stage.open(['zhao', 'chen'])
    const [zhao, chen] = [webPerson(page, 'zhao'), webPerson(page, 'chen')]
    await zhao.pane.getByRole('button', { name: '中文' }).click()
    await zhao.pane.getByPlaceholder('发消息给Accord').waitFor()
    await zhao.sees('Enter发送，Shift+Enter换行。')
    expect(await zhao.pane.getAttribute('lang')).toBe('zh-CN')
    await chen.sees('Enter sends, Shift+Enter starts a new line.')
    await zhao.pane.getByRole('button', { name: 'EN' }).click()
    await zhao.pane.getByPlaceholder('Message Accord').waitFor()
  })

  it('T57 shows every word literally, wherever a person or a card put it', async () => {
    const evil =
      '<img src=x onerror="window.hit=1"> <script>window.hit=1</script> <!channel> <@U1> <https://evil|ok> [x](http://evil) **b** `c` &lt; {{7*7}} \u202egnp.exe'
    const page = await stage.open(['zhao', 'li'])
    const [zhao, li] = [webPerson(page, 'zhao'), webPerson(page, 'li')]
    await zhao.say(evil, { in: 'Huaxing' })
    await li.go({ in: 'Huaxing' })
    const press = { flow: 'list', choice: evil.slice(0, 190) }
    await stage
      .chat()
      .adapter()
      .post(
        { platform: 'web', team: 'local', conversation: 'huaxing', direct: false },
        {
          key: 'evil',
          language: 'en',
          zone: 'UTC',
          card: card({
            title: evil,
            summary: evil,
            blocks: [
              { type: 'text', text: evil },
              { type: 'note', text: evil },
              { type: 'quote', text: evil, by: evil },
              { type: 'facts', facts: [{ label: evil, value: evil }] },
              { type: 'table', columns: [evil], rows: [{ cells: [evil] }] },
              { type: 'bar', label: evil, text: evil, state: 'met', budget: 1, used: 1, asOf: 0 },
            ],
            buttons: [{ label: evil, press, style: 'normal' }],
          }),
        },
      )
    const drawn = li.pane.locator('.card')
    await drawn.waitFor()
    const literal = await drawn
      .locator('.title, .text, .note, blockquote p, footer, dt, dd, th, td')
      .allTextContents()
    expect(literal).toHaveLength(9)
    for (const text of literal) expect(text).toBe(evil)
    expect(await li.pane.locator('.words').last().textContent()).toBe(evil)
    expect(await page.locator('.message :is(img, script, a, b > b)').count()).toBe(0)
    expect(await page.evaluate('window.hit')).toBeUndefined()
  })
})
