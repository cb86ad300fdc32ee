import { describe, expect, it } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { ticketCard } from '../support/web-bot.ts'
import { webPerson } from '../support/web-person.ts'
import { webStage } from '../support/web-stage.ts'
import { measureFrames, nodesAndHeap } from './support/page-weight.ts'

const many = 660
/** A message has some fifty nodes; a page that drew all would have forty thousand. */
const mostNodes = 3_000

describe.skipIf(!hasBrowser)('a page left open', () => {
  const stage = webStage()
  const post = (index: number, conversation = 'engineers') =>
    stage.chat().log.append({
      key: `/post/${conversation}-${index}`,
      conversation,
      at: Date.now(),
      content: {
        kind: 'posted',
        card: ticketCard('en', Date.now(), { title: `Ticket ${index}.` }),
        language: 'en',
        zone: 'Europe/London',
      },
    })

  it('draws no more than a stretch of what came in, and reads back to the first by wheel and by keyboard', async () => {
    const page = await stage.open(['li'])
    const li = webPerson(page, 'li')
    await li.go({ in: 'Engineers' })
    const messages = li.pane.locator('.conversation ol > .message')
    const nodes = () => page.evaluate(() => document.querySelectorAll('*').length)
    for (let index = 0; index < many; index += 20)
      await Promise.all(Array.from({ length: 20 }, (_, one) => post(index + one)))
    const shows = (index: number) => messages.filter({ hasText: `Ticket ${index}.` }).count()
    await expect.poll(() => shows(many - 1), { timeout: 180_000 }).toBe(1)
    expect(await nodes()).toBeLessThan(mostNodes)

    const scroller = li.pane.locator('.conversation .scroller')
    // Far up, what is read stays where it is while the stretch goes along.
    await scroller.hover()
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, -6_000)
          return shows(many - 400)
        },
        { timeout: 180_000 },
      )
      .toBe(1)
    expect(await nodes()).toBeLessThan(mostNodes)

    await scroller.focus()
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role'))
    await expect
      .poll(
        async () => {
          await page.keyboard.press('PageUp')
          return shows(many - 480)
        },
        { timeout: 180_000 },
      )
      .toBe(1)
    expect(await focused(), 'the keyboard stays in the list').toBe('log')
    // By its number: the clocks on its card go on.
    const topmost = async () => /Ticket \d+\./.exec((await messages.first().textContent()) ?? '')?.[0]
    const above = await topmost()
    await li.pane.getByRole('button', { name: 'Show earlier messages' }).press('Enter')
    await expect.poll(topmost).not.toBe(above)

    // What comes in meanwhile is not in the way, and one key leads back to it.
    const first = await topmost()
    expect(first).toBeDefined()
    await post(many)
    await expect.poll(topmost).toBe(first)
    await li.pane.getByRole('button', { name: 'Jump to latest' }).press('Enter')
    await expect.poll(() => shows(many)).toBe(1)
    await post(many + 1)
    await expect.poll(() => shows(many + 1)).toBe(1)
    expect(await nodes()).toBeLessThan(mostNodes)
  })

  it('shows whoever speaks what they said, however far up they read', async () => {
    const page = await stage.open(['chen'])
    const chen = webPerson(page, 'chen')
    await chen.go({ in: 'Engineers' })
    const scroller = chen.pane.locator('.conversation .scroller')
    const messages = chen.pane.locator('.conversation ol > .message')
    await scroller.hover()
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, -6_000)
          return messages.filter({ hasText: `Ticket ${many - 200}.` }).count()
        },
        { timeout: 180_000 },
      )
      .toBe(1)
    await chen.say('Looking at it now')
    await chen.sees('Looking at it now')
  })

  it('shows what comes in to whoever read a little further up and came back', async () => {
    const page = await stage.open(['li'])
    const li = webPerson(page, 'li')
    await li.go({ in: 'Engineers' })
    const messages = li.pane.locator('.conversation ol > .message')
    for (let index = 0; index < 180; index += 20)
      await Promise.all(Array.from({ length: 20 }, (_, one) => post(many + 100 + index + one)))
    const latest = many + 279
    const shows = (index: number) => messages.filter({ hasText: `Ticket ${index}.` }).count()
    await expect.poll(() => shows(latest)).toBe(1)
    const scroller = li.pane.locator('.conversation .scroller')
    const up = () => scroller.evaluate((view) => -view.scrollTop)
    await scroller.hover()
    await page.mouse.wheel(0, -1_000)
    await expect.poll(up).toBeGreaterThan(700)
    await page.mouse.wheel(0, 2_000)
    await expect.poll(up).toBeLessThan(1)
    await post(latest + 1)
    await expect.poll(() => shows(latest + 1)).toBe(1)
  })

  it('stays light while thousands of messages come to three people, and reads back to the first of them', async () => {
    const page = await stage.open(['zhao', 'li', 'chen'], { alone: true })
    const people = ['zhao', 'li', 'chen'].map((id) => webPerson(page, id))
    for (const person of people) await person.go({ in: 'Huaxing' })
    const total = 5_000
    for (let index = 0; index < total; index += 50)
      await Promise.all(Array.from({ length: 50 }, (_, one) => post(index + one, 'huaxing')))
    for (const person of people) await person.sees(`Ticket ${total - 1}.`)
    const after = await nodesAndHeap(page)
    console.info('after 5,000 messages live', after)
    expect(after.nodes).toBeLessThan(3_000)
    expect(after.heapMb).toBeLessThan(150)

    const li = webPerson(page, 'li')
    const scroller = li.pane.locator('.conversation .scroller')
    await scroller.hover()
    const frames = await measureFrames(page, async () => {
      for (let turn = 0; turn < 120; turn += 1) await page.mouse.wheel(0, -400)
    })
    console.info('frames while scrolling, ms', frames)
    const topmost = async () =>
      Number(
        /Ticket (\d+)\./.exec(
          (await li.pane.locator('.conversation ol > .message').first().textContent()) ?? '',
        )?.[1],
      )
    await expect
      .poll(
        async () => {
          for (let turn = 0; turn < 10; turn += 1) await page.mouse.wheel(0, -6_000)
          return topmost()
        },
        { timeout: 500_000 },
      )
      .toBe(0)
    const back = await nodesAndHeap(page)
    console.info('at the first of them', back)
    expect(back.nodes).toBeLessThan(3_000)
    expect(back.heapMb).toBeLessThan(150)
  })
})
