import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { card } from '../../src/chat/card.ts'
import type { ChatLog, ChatMessage, NewMessage } from '../../src/chat/chat-log.ts'
import { createChatLog } from '../../src/store/chat-log.ts'
import { migrate } from '../../src/store/migrate.ts'
import { createPool } from '../../src/store/pool.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

let database: TestDatabase
let pool: ReturnType<typeof createPool>
let log: ChatLog

beforeAll(async () => {
  database = await testDatabase()
  pool = createPool({ url: database.url })
  await migrate(pool)
  log = createChatLog(pool)
})
afterAll(async () => {
  await log.close()
  await pool.end()
  await database.drop()
})

let made = 0
const said = (conversation: string, text: string, more: Partial<NewMessage> = {}): NewMessage => ({
  key: `zhao:${++made}`,
  conversation,
  at: 1_000 + made,
  content: { kind: 'said', author: 'zhao', text },
  ...more,
})
const drawn = (summary: string) => ({
  card: card({ summary }),
  language: 'zh-CN' as const,
  zone: 'Asia/Shanghai',
})
const wordsOf = ({ content }: ChatMessage) => (content.kind === 'said' ? content.text : content.card.summary)

/** Everything after the cursor, read in small pages. */
const follow = async (cursor: number, conversation: string): Promise<readonly ChatMessage[]> => {
  const changes = await log.since(new Map([[conversation, cursor]]), 3)
  const last = changes.at(-1)
  return last ? [...changes, ...(await follow(last.changed, conversation))] : []
}

describe('the chat log', () => {
  it('keeps one message per key, whoever writes it again', async () => {
    const message = said('twice', 'VPN 断了 😀')
    const all = await Promise.all([1, 2, 3, 4].map(() => log.append(message)))
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect((await log.page({ conversation: 'twice', limit: 9 })).map(wordsOf)).toEqual(['VPN 断了 😀'])
  })

  it('gives a follower every message once, in order, while many are written at the same time', async () => {
    const start = await log.cursor()
    const seen: ChatMessage[] = []
    const texts = Array.from({ length: 60 }, (_, index) => `m${index}`)
    let writing = true
    const reader = (async () => {
      for (let cursor = start; ; ) {
        const over = !writing
        const changes = await log.since(new Map([['busy', cursor]]), 7)
        seen.push(...changes)
        cursor = changes.at(-1)?.changed ?? cursor
        if (over && changes.length === 0) return
      }
    })()
    await Promise.all(texts.map((text) => log.append(said('busy', text))))
    writing = false
    await reader
    expect(seen.map(wordsOf).toSorted()).toEqual(texts.toSorted())
    expect(seen.map(({ changed }) => changed)).toEqual(seen.map(({ id }) => Number(id)))
  })

  it('numbers what is posted and drawn in one moment in the order it came, each once, its roots too, and the last drawing counts', async () => {
    const root = await log.append({ ...said('moment', ''), content: { kind: 'posted', ...drawn('root') } })
    const start = await log.cursor()
    const texts = Array.from({ length: 120 }, (_, index) => `r${index}`)
    const replies = await Promise.all(
      texts.map((text) =>
        log.append({
          ...said('moment', '', { thread: root.id }),
          content: { kind: 'posted', ...drawn(text) },
        }),
      ),
    )
    expect(replies.map(wordsOf)).toEqual(texts)
    const order = replies.map(({ id }) => Number(id))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    const [first, second] = replies
    if (first === undefined || second === undefined) throw new Error('nothing was posted')
    const done = await Promise.all([
      log.redraw(first.id, drawn('once')),
      log.redraw(second.id, drawn('r1')),
      log.redraw(first.id, drawn('twice')),
      log.redraw('1', drawn('nowhere')),
    ])
    expect(done).toEqual([true, true, true, false])
    const followed = await follow(start, 'moment')
    expect(followed.map(({ changed }) => changed)).toEqual([
      ...new Set(followed.map(({ changed }) => changed)),
    ])
    expect(new Set(followed.map(wordsOf))).toEqual(new Set(['root', 'twice', ...texts.slice(1)]))
    expect(followed.at(-1)).toMatchObject({ id: first.id })
    expect(followed.find(({ id }) => id === root.id)?.replies).toMatchObject({
      count: 120,
      lastWords: 'r119',
    })
    expect(followed.find(({ id }) => id === second.id)?.changed).toBe(second.changed)
  })

  it('tells a follower of an edit, a deletion, a redrawn card and a reply, as they stand', async () => {
    const root = await log.append(said('changes', 'one'))
    const gone = await log.append(said('changes', 'secret'))
    const posted = await log.append({
      key: '/post/1',
      conversation: 'changes',
      at: 5,
      content: { kind: 'posted', ...drawn('was') },
    })
    const cursor = await log.cursor()
    await log.edit(root.id, 'two', 2_000)
    await log.erase(gone.id, 2_001)
    await log.redraw(posted.id, drawn('is'))
    await log.append(said('changes', 'a reply', { thread: root.id, at: 2_002 }))
    const changes = await follow(cursor, 'changes')
    expect(changes.map(wordsOf)).toEqual(['', 'is', 'two', 'a reply'])
    expect(changes[0]).toMatchObject({ id: gone.id, deletedAt: 2_001 })
    expect(changes[2]).toMatchObject({
      edits: 1,
      editedAt: 2_000,
      replies: { count: 1, lastAt: 2_002, lastAuthor: 'zhao', lastWords: 'a reply' },
    })
  })

  it('says nothing when nothing changes', async () => {
    const message = await log.append(said('same', 'one'))
    const posted = await log.append({
      key: '/post/2',
      conversation: 'same',
      at: 5,
      content: { kind: 'posted', ...drawn('is') },
    })
    const cursor = await log.cursor()
    await log.edit(message.id, 'one', 2_000)
    await log.redraw(posted.id, drawn('is'))
    expect(await follow(cursor, 'same')).toEqual([])
    expect(await log.redraw(message.id, drawn('not a card'))).toBe(false)
  })

  it('T04 knows what the bot may not have heard, until it has heard just that', async () => {
    const message = await log.append(said('ear', 'one'))
    const mine = async () => (await log.unheard()).filter(({ conversation }) => conversation === 'ear')
    expect(await mine()).toHaveLength(1)
    const edited = await log.edit(message.id, 'two', 2_000)
    await log.heard(message)
    expect(await mine()).toHaveLength(1)
    if (edited) await log.heard(edited)
    expect(await mine()).toEqual([])
  })

  it('counts what others wrote after the mark, per conversation and thread', async () => {
    const root = await log.append(said('marks', 'one'))
    await log.append(said('marks', 'two'))
    await log.append(said('marks', 'reply', { thread: root.id }))
    const unread = () => log.unread('li', ['marks'])
    expect(await unread()).toEqual([
      { conversation: 'marks', upto: '0', count: 2 },
      { conversation: 'marks', thread: root.id, upto: '0', count: 1 },
    ])
    expect((await log.unread('zhao', ['marks'])).map(({ count }) => count)).toEqual([0, 0])
    await log.markRead('li', { conversation: 'marks', upto: root.id })
    await log.markRead('li', { conversation: 'marks', upto: '1' })
    expect((await unread())[0]).toEqual({ conversation: 'marks', upto: root.id, count: 1 })
  })

  it('reads a conversation backwards in pages, threads apart', async () => {
    for (const text of ['a', 'b', 'c', 'd', 'e']) await log.append(said('pages', text))
    const last = await log.page({ conversation: 'pages', limit: 2 })
    expect(last.map(wordsOf)).toEqual(['d', 'e'])
    const before = last[0]?.id ?? ''
    expect((await log.page({ conversation: 'pages', before, limit: 9 })).map(wordsOf)).toEqual([
      'a',
      'b',
      'c',
    ])
    await log.append(said('pages', 'reply', { thread: before }))
    expect((await log.page({ conversation: 'pages', thread: before, limit: 9 })).map(wordsOf)).toEqual([
      'reply',
    ])
  })

  it('tells another process at once, and again after its connection broke', async () => {
    const other = createPool({ url: database.url })
    const there = createChatLog(other)
    let wake = () => {}
    const told = () =>
      new Promise<void>((resolve) => {
        wake = resolve
      })
    const listening = told()
    there.onChange(() => wake())
    await listening
    const first = told()
    await log.append(said('feed', 'one'))
    await first
    const reconnected = told()
    await pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen accord_chat' and pid <> pg_backend_pid()",
    )
    await reconnected
    const second = told()
    await log.append(said('feed', 'two'))
    await second
    await there.close()
    await other.end()
  })
})
