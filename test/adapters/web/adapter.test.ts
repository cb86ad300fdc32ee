import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWebAdapter } from '../../../adapters/web/index.ts'
import { card } from '../../../src/chat/card.ts'
import type { Inbound } from '../../../src/chat/inbound.ts'
import { createChatLog } from '../../../src/store/chat-log.ts'
import { createPool } from '../../../src/store/pool.ts'
import { webAct, webKey } from '../../support/web-call.ts'
import { buildPage, startWebChat, type WebChat, webPeople } from '../../support/web-chat.ts'

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

const post = (key: string, summary: string) => ({
  key,
  card: card({ summary }),
  language: 'zh-CN' as const,
  zone: 'Asia/Shanghai',
})
const account = { platform: 'web', team: 'local', user: 'li' } as const
const cards = async (conversation: string) =>
  (await chat.log.page({ conversation, limit: 50 })).map(({ content }) =>
    content.kind === 'posted' ? content.card.summary : content.text,
  )

describe('the web adapter', () => {
  it('posts once per key, finds the post by it, and redraws it in place', async () => {
    const adapter = chat.adapter()
    const place = await adapter.direct(account)
    const first = await adapter.post(place, post('row 1', 'HX-7 is yours'))
    const second = await adapter.post(place, post('row 1', 'HX-7 is yours'))
    expect(second).toEqual(first)
    if (first.outcome !== 'sent') throw new Error('not sent')
    expect(await adapter.find(place, 'row 1')).toEqual(first.message)
    expect(await adapter.find(place, 'row 2')).toBeUndefined()
    expect(await adapter.update(first.message, post('row 1', 'HX-7 is solved'))).toMatchObject({
      outcome: 'sent',
    })
    expect(await cards(place.conversation)).toEqual(['HX-7 is solved'])
  })

  it('posts into the thread of a message, also when told of a reply in it', async () => {
    const adapter = chat.adapter()
    const { body } = await webAct(chat.address, 'say', {
      as: 'zhao',
      conversation: 'huaxing',
      key: webKey(),
      text: 'hello',
    })
    const root = body.message.id
    const place = { platform: 'web', team: 'local', conversation: 'huaxing', direct: false } as const
    const reply = await adapter.post({ ...place, thread: root }, post('row 3', 'one'))
    if (reply.outcome !== 'sent') throw new Error('not sent')
    const deeper = await adapter.post({ ...place, thread: reply.message.message }, post('row 4', 'two'))
    expect(deeper).toMatchObject({ message: { thread: root } })
  })

  it('T19 cannot reach a person who is not there, nor redraw what it never posted', async () => {
    const adapter = chat.adapter()
    const gone = await adapter.direct({ ...account, user: 'gone' })
    expect(await adapter.post(gone, post('row 5', 'hello'))).toMatchObject({ outcome: 'unreachable' })
    const message = { platform: 'web', team: 'local', conversation: 'huaxing', message: '999999' } as const
    expect(await adapter.update(message, post('row 5', 'hello'))).toMatchObject({ outcome: 'unreachable' })
  })

  it('T16 does not know what became of a post while the database is away', async () => {
    const pool = createPool({ url: 'postgres://nobody@127.0.0.1:1/none' })
    const log = createChatLog(pool)
    const adapter = createWebAdapter({
      log,
      knows: async (person) => webPeople.some(({ id }) => id === person),
      people: async () => webPeople,
      rooms: async () => [],
      clock: Date.now,
      host: '127.0.0.1',
      port: 0,
      assets: page.assets,
    })
    const place = await adapter.direct(account)
    expect(await adapter.post(place, post('row 6', 'hello'))).toMatchObject({ outcome: 'unknown' })
    await pool.end()
  })

  it('T04 tells the bot at the next start what it died over, under the same keys', async () => {
    const acts: Inbound[] = []
    const dying = createWebAdapter({
      log: chat.log,
      knows: async (person) => webPeople.some(({ id }) => id === person),
      people: async () => webPeople,
      rooms: async () => [],
      clock: Date.now,
      host: '127.0.0.1',
      port: 0,
      assets: page.assets,
    })
    const { address = '' } = await dying.start(async () => {
      throw new Error('killed')
    })
    const key = webKey()
    const said = { as: 'qian', conversation: 'direct:qian', key, text: 'the mail is down' }
    expect((await webAct(address, 'say', said)).status, 'what stands is not called failed').toBe(200)
    await dying.stop()

    const next = createWebAdapter({
      log: chat.log,
      knows: async (person) => webPeople.some(({ id }) => id === person),
      people: async () => webPeople,
      rooms: async () => [],
      clock: Date.now,
      host: '127.0.0.1',
      port: 0,
      assets: page.assets,
    })
    await next.start(async (inbound) => {
      acts.push(inbound)
      return { kind: 'done' }
    })
    await next.stop()
    expect(acts).toMatchObject([{ kind: 'message', key: `qian:${key}`, text: 'the mail is down' }])
    expect(await chat.log.unheard()).toEqual([])
  })
})
