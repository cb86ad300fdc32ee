import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChatLog } from '../../../src/store/chat-log.ts'
import { createPool } from '../../../src/store/pool.ts'
import { webAct, webCall, webKey } from '../../support/web-call.ts'
import { buildPage, startWebChat, type WebChat } from '../../support/web-chat.ts'
import { type LiveEvent, webFollow } from '../../support/web-follow.ts'

let page: Awaited<ReturnType<typeof buildPage>>
let chat: WebChat

beforeAll(async () => {
  page = await buildPage()
  chat = await startWebChat(page.assets)
})
afterAll(async () => {
  await chat.end()
  await page.drop()
})

const say = (as: string, conversation: string, text: string) =>
  webAct(chat.address, 'say', { as, conversation, key: webKey(), text })
const messagesOf = (events: readonly LiveEvent[]) =>
  events.filter(({ event }) => event === 'message').map(({ data }) => JSON.parse(data).message)
const textsOf = (events: readonly LiveEvent[]): readonly string[] =>
  messagesOf(events).map(({ content }) => content.text)
const has = (text: string) => (events: readonly LiveEvent[]) => textsOf(events).includes(text)
const here = async () => String(await chat.log.cursor())

describe('a live page', () => {
  it('gets what is said to any of its people, and nothing else', async () => {
    const since = await here()
    const following = webFollow(chat.address, { as: 'zhao,smith', since }, has('the end'))
    await say('li', 'engineers', 'not for customers')
    await say('li', 'direct:li', 'not for others')
    await say('li', 'huaxing', 'for zhao')
    await say('smith', 'direct:smith', 'of smith')
    await say('zhao', 'huaxing', 'the end')
    // An answer of the bot in a thread shows its root again.
    const own = new Set(textsOf(await following).filter((text) => text !== undefined))
    expect([...own]).toEqual(['for zhao', 'of smith', 'the end'])
  })

  it('comes back with its last id and gets the rest once', async () => {
    const since = await here()
    const query = { as: 'li', since }
    await say('zhao', 'huaxing', 'before')
    const first = await webFollow(chat.address, query, has('before'))
    const last = first.findLast(({ id }) => id !== undefined)?.id ?? ''
    await say('zhao', 'huaxing', 'meanwhile')
    await say('zhao', 'huaxing', 'last')
    const second = await webFollow(chat.address, query, has('last'), last)
    expect(textsOf(second)).toEqual(['meanwhile', 'last'])
  })

  it('T03 shows at once what another process wrote', async () => {
    const since = await here()
    const pool = createPool({ url: String(chat.pool.options.connectionString) })
    const elsewhere = createChatLog(pool)
    const following = webFollow(chat.address, { as: 'li', since }, has('from elsewhere'))
    await elsewhere.append({
      key: 'zhao:elsewhere',
      conversation: 'huaxing',
      at: 1,
      content: { kind: 'said', author: 'zhao', text: 'from elsewhere' },
    })
    expect(textsOf(await following)).toContain('from elsewhere')
    await elsewhere.close()
    await pool.end()
  })

  it('gets hundreds of missed messages in order', async () => {
    const since = await here()
    const texts = Array.from({ length: 230 }, (_, index) => `missed ${index}`)
    for (const [index, text] of texts.entries())
      await chat.log.append({
        key: `zhao:missed-${index}`,
        conversation: 'huaxing',
        at: index,
        content: { kind: 'said', author: 'zhao', text },
      })
    const events = await webFollow(chat.address, { as: 'li', since }, has('missed 229'))
    expect(textsOf(events)).toEqual(texts)
  })

  it('leaves nothing behind on a page that takes in slowly what there is', async () => {
    const warnings: string[] = []
    const hear = ({ name, message }: Error) => void warnings.push(`${name}: ${message}`)
    process.on('warning', hear)
    const since = await here()
    for (let index = 0; index < 200; index += 1)
      await chat.log.append({
        key: `zhao:heavy-${index}`,
        conversation: 'huaxing',
        at: index,
        content: { kind: 'said', author: 'zhao', text: `${'重'.repeat(7_000)} ${index}` },
      })
    let came = ''
    await new Promise<void>((resolve, reject) => {
      const url = `${chat.address}api/live?${new URLSearchParams({ as: 'li', since })}`
      const following = request(url, { agent: false }, (response) => {
        response.setEncoding('utf8').on('data', (chunk: string) => {
          came += chunk
          response.pause()
          if (!came.includes('重 199')) return void setTimeout(() => response.resume(), 1)
          following.destroy()
          resolve()
        })
      })
      following.on('error', (error) => (came.includes('重 199') ? resolve() : reject(error)))
      following.end()
    })
    process.off('warning', hear)
    expect(warnings).toEqual([])
  })

  it('learns that a person speaks another language now', async () => {
    const zhao = chat.people.get('zhao')
    if (!zhao) throw new Error('nobody')
    const isChinese = (events: readonly LiveEvent[]) =>
      events.some(({ event, data }) => event === 'people' && /"zhao".*?"language":"zh-CN"/.test(data))
    const following = webFollow(chat.address, { as: 'zhao', since: await here() }, isChinese)
    chat.people.set('zhao', { ...zhao, language: 'zh-CN' })
    await webAct(chat.address, 'press', {
      as: 'zhao',
      conversation: 'direct:zhao',
      key: webKey(),
      press: { flow: 'prefer_language', choice: 'zh-CN' },
    })
    expect(isChinese(await following)).toBe(true)
    chat.people.set('zhao', zhao)
  })

  it('is told to begin anew when it remembers more than there is', async () => {
    const ahead = { as: 'zhao', since: '999999999' }
    const events = await webFollow(chat.address, ahead, (all) => all.some(({ event }) => event === 'reset'))
    expect(events.map(({ event }) => event)).toContain('reset')
  })

  it.each(['as=eve', 'as=', 'as=zhao&since=x', ''])('is not opened for “%s”', async (query) => {
    expect((await webCall(`${chat.address}api/live?${query}`)).status).toBeGreaterThanOrEqual(400)
  })

  it('T77 ends when the server stops, and the server waits for nobody else', async () => {
    const since = await here()
    let arrived = () => {}
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const following = webFollow(chat.address, { as: 'li', since }, (events) => {
      if (has('still here')(events)) arrived()
      return false
    })
    await say('zhao', 'huaxing', 'still here')
    await arrival
    await chat.stop()
    expect(await following).not.toEqual([])
    await chat.restart()
  })
})
