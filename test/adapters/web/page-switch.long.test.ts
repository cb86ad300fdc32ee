import { describe, expect, it } from 'vitest'
import { card } from '../../../src/chat/card.ts'
import { hasBrowser } from '../../support/browser.ts'
import { webPerson } from '../../support/web-person.ts'
import { webStage } from '../../support/web-stage.ts'

describe.skipIf(!hasBrowser)('a page whose people are switched', () => {
  const stage = webStage()
  let made = 0
  const say = (author: string, text: string, conversation = `direct:${author}`) =>
    stage.chat().log.append({
      key: `${author}:switch-${++made}`,
      conversation,
      at: Date.now(),
      content: { kind: 'said', author, text },
    })

  it('shows how much waits for those whose chat is not open', async () => {
    const page = await stage.open(['zhao'])
    const chip = page.locator('.people .chip', { hasText: 'Ada Smith' })
    const place = { platform: 'web', team: 'local', conversation: 'direct:smith', direct: true } as const
    const news = { card: card({ summary: 'Your laptop is here' }), language: 'en', zone: 'UTC' } as const
    await stage
      .chat()
      .adapter()
      .post(place, { key: 'for smith', ...news })
    await expect.poll(() => chip.textContent()).toMatch(/\d+ unread/)
    await chip.click()
    await webPerson(page, 'smith').sees('Your laptop is here')
    await page.getByRole('button', { name: 'Close Ada Smith’s chat' }).click()
    await expect.poll(() => chip.textContent()).not.toMatch(/unread/)
  })

  it('counts what waits for somebody, and has a mere dot for what is only news', async () => {
    const { log, waits } = stage.chat()
    waits.set('li', 2)
    for (const text of ['one', 'two', 'three'])
      await log.append({
        ...{ key: `zhao:news-${text}`, conversation: 'huaxing', at: Date.now() },
        content: { kind: 'said', author: 'zhao', text },
      })
    const page = await stage.open(['zhao'])
    const chip = (name: string) => page.locator('.people .chip', { hasText: name })
    await expect.poll(() => chip('Li Wei').locator('.badge > [aria-hidden]').allTextContents()).toEqual(['2'])
    expect(await chip('Li Wei').textContent()).toContain('2 tickets to act on · 3 unread')
    await expect.poll(() => chip('Chen Hui').locator('.dot').count()).toBe(1)
    expect(await chip('Chen Hui').locator('.badge').count()).toBe(0)
    // What one reads is no news any more; what waits goes on waiting.
    await chip('Li Wei').click()
    const li = webPerson(page, 'li')
    await li.go({ in: 'Huaxing' })
    await expect.poll(() => li.pane.locator('.places').textContent()).toMatch(/Accord22 tickets to act on/)
    await expect.poll(() => chip('Li Wei').textContent()).not.toMatch(/unread/)
    expect(await chip('Li Wei').locator('.badge').count()).toBe(1)
    waits.clear()
  })

  it('loses no message of anybody, while they come and chats are changed for others', async () => {
    const page = await stage.open(['zhao', 'li'])
    const [li, smith] = [webPerson(page, 'li'), webPerson(page, 'smith')]
    const expected: { [person: string]: string[] } = { li: [], smith: [] }
    let writing = true
    const writer = (async () => {
      for (let turn = 0; writing; turn += 1)
        for (const person of ['li', 'smith']) {
          const text = `${person} hears ${turn}`
          expected[person]?.push(text)
          await say(person, text)
        }
    })()
    const turnTo = (from: string, to: string) =>
      page.locator(`.pane[data-person=${from}] .pane-head select`).selectOption(to)
    for (let turn = 0; turn < 12; turn += 1) {
      await turnTo('li', 'smith')
      // Some are back before what they asked for has come.
      if (turn % 3 === 0) await smith.sees(/smith hears/)
      await turnTo('smith', 'li')
      if (turn % 4 === 0) await li.sees(/li hears/)
    }
    writing = false
    await writer
    const all = (person: string) => page.locator(`.pane[data-person=${person}] .conversation .words`)
    const shown = async (person: string) => {
      const texts = await all(person).allTextContents()
      // What is drawn is a stretch up to the end without a gap.
      return texts.length > 5 && texts.join() === expected[person]?.slice(-texts.length).join()
    }
    await expect.poll(() => shown('li')).toBe(true)
    await turnTo('li', 'smith')
    await expect.poll(() => shown('smith')).toBe(true)
  })

  it('takes no answer for news that was asked for before the chat was another’s for a while', async () => {
    const page = await stage.open(['zhao', 'li'])
    const li = webPerson(page, 'li')
    const turnTo = (from: string, to: string) =>
      page.locator(`.pane[data-person=${from}] .pane-head select`).selectOption(to)
    await li.pane.locator('.composer').waitFor()
    await turnTo('li', 'smith')
    let answer = () => {}
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    const asked = new Promise<void>((resolve) =>
      page.route(
        (url) => url.pathname === '/api/messages' && url.searchParams.get('as') === 'li',
        async (route) => {
          const response = await route.fetch()
          resolve()
          await held
          await route.fulfill({ response })
        },
        { times: 1 },
      ),
    )
    await turnTo('smith', 'li')
    await asked
    await turnTo('li', 'smith')
    await say('li', 'while smith was looked at')
    // What zhao hears brings the page past it.
    await say('zhao', 'heard by zhao')
    await webPerson(page, 'zhao').sees('heard by zhao')
    await turnTo('smith', 'li')
    answer()
    await li.sees('while smith was looked at')
  })

  it('loses none when the server goes and comes back meanwhile', async () => {
    const page = await stage.open(['zhao', 'li'])
    const [zhao, li] = [webPerson(page, 'zhao'), webPerson(page, 'li')]
    await zhao.go({ in: 'Huaxing' })
    for (let turn = 0; turn < 3; turn += 1) {
      await stage.chat().stop()
      await say('zhao', `away ${turn}`, 'huaxing')
      await page.locator('.pane[data-person=li] .pane-head select').selectOption('chen')
      await say('li', `li away ${turn}`)
      await stage.chat().restart()
      await say('zhao', `back ${turn}`, 'huaxing')
      await page.locator('.pane[data-person=chen] .pane-head select').selectOption('li')
      await zhao.sees(`back ${turn}`)
      await li.sees(`li away ${turn}`)
    }
    const texts = await zhao.pane.locator('.conversation .words').allTextContents()
    expect(texts.filter((text) => /^(away|back) /.test(text))).toEqual(
      [0, 1, 2].flatMap((turn) => [`away ${turn}`, `back ${turn}`]),
    )
  })

  it('keeps one connection for all windows of a browser, whichever of them is closed', async () => {
    const page = await stage.open(['zhao'], { alone: true })
    const { address } = stage.chat()
    const others = await Promise.all(
      Array.from({ length: 7 }, async () => {
        const other = await page.context().newPage()
        await other.goto(`${address}#zhao`)
        await other.locator('.composer').first().waitFor()
        return other
      }),
    )
    await say('zhao', 'to all windows')
    for (const window of [page, ...others]) await window.getByText('to all windows').waitFor()
    // The one that listens is among them: the next takes its place.
    await page.close()
    for (const other of others.slice(0, 3)) await other.close()
    await say('zhao', 'to those that are left')
    for (const other of others.slice(3)) await other.getByText('to those that are left').waitFor()
  })
})
