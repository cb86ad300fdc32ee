import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { heard, messageAt, minute, notice, t0 } from './samples.ts'
import { withStores } from './with-store.ts'

describe('the inbox', () => {
  const { one, two, admin } = withStores()
  const claimAll = async (now: number) => (await one().inbox.claim(now, 1_000, minute)).map(({ id }) => id)

  it('T03 takes the same event from many replicas at once exactly once', async () => {
    const inbound = heard('Ev1', messageAt('1.1'))
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? one() : two()).inbox.accept(inbound, t0)),
    )
    expect(answers.filter(({ seen }) => !seen)).toHaveLength(1)
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
  })

  it('T03 sees that two events are one message: a mention and a message in the channel', async () => {
    const message = messageAt('2.1')
    const twins = ['Ev2', 'Ev3'].map((key, n) => (n ? one() : two()).inbox.accept(heard(key, message), t0))
    const [first, second] = await Promise.all(twins)
    expect([first?.seen, second?.seen].toSorted()).toEqual([false, true])
    expect(first?.id).toBe(second?.id)
  })

  it('keeps apart what only looks alike: another team, an edit of the same message', async () => {
    const message = messageAt('3.1')
    const inbound = heard('Ev4', message)
    const edit = { ...inbound, key: 'Ev5', kind: 'edit', text: 'again', message } as const
    const elsewhere = heard('Ev4', { ...message, team: 'T2' })
    const ids = await Promise.all([inbound, edit, elsewhere].map((each) => one().inbox.accept(each, t0)))
    expect(ids.map(({ seen }) => seen)).toEqual([false, false, false])
  })

  it('T04 hands out a row its process never ended, once the lease is over, and to one at a time', async () => {
    const { id } = await one().inbox.accept(heard('Ev6', messageAt('6.1')), t0 + minute)
    expect(await claimAll(t0 + minute)).not.toContain(id)
    const later = t0 + 2 * minute
    const claims = await Promise.all(
      [1, 2, 3, 4].map((n) => (n % 2 ? one() : two()).inbox.claim(later, 100, minute)),
    )
    const found = claims.flat().filter((row) => row.id === id)
    expect(found).toEqual([{ id, attempts: 1, inbound: heard('Ev6', messageAt('6.1')) }])
    expect(await claimAll(later + minute - 1)).not.toContain(id)
    expect(await claimAll(later + minute)).toContain(id)
  })

  it('gives oldest first and never again what is done or abandoned', async () => {
    const accept = (key: string) => two().inbox.accept(heard(key, messageAt(key)), t0)
    const rows = [await accept('a'), await accept('b'), await accept('c'), await accept('d')]
    const ids = rows.map(({ id }) => id)
    await one().commit([], { inbox: ids[1] ?? '' })
    await one().inbox.abandon(ids[2] ?? '', 'fails every time')
    const claimed = (await claimAll(t0 + 60 * minute)).filter((id) => ids.includes(id))
    expect(claimed).toEqual([ids[0], ids[3]])
    expect(await one().inbox.accept(heard('c', messageAt('c')), t0)).toMatchObject({
      id: ids[2],
      seen: true,
      done: false,
    })
  })

  it('T41 takes text that PostgreSQL cannot hold: NUL and half a character', async () => {
    const { id } = await one().inbox.accept(
      heard('Ev\0', messageAt('7\0'), 'a\0b\ud83d \\u0000 \ud83d\ude00'),
      t0,
    )
    const rows = await one().inbox.claim(t0 + 99 * minute, 1_000, minute)
    const text = rows.flatMap((row) => (row.id === id && 'text' in row.inbound ? [row.inbound.text] : []))
    expect(text).toEqual(['a\ufffdb\ufffd \\u0000 \ud83d\ude00'])
  })

  it('R1 keeps what came in the same moment as something it cannot hold', async () => {
    const accept = (key: string, at = t0) => one().inbox.accept(heard(key, messageAt(key)), at)
    const came = await Promise.allSettled([accept('ok1'), accept('bad', Number.NaN), accept('ok2')])
    expect(came.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await accept('ok1')).toMatchObject({ seen: true, done: false })
    expect(await accept('ok2')).toMatchObject({ seen: true, done: false })
    expect(await accept('bad')).toMatchObject({ seen: false })
  })

  it('T03 ends each row once, with one answer, however many end at once in two processes', async () => {
    const keys = Array.from({ length: 40 }, (_, n) => `many-${n}`)
    const rows = await Promise.all(keys.map((key) => one().inbox.accept(heard(key, messageAt(key)), t0)))
    expect(new Set(rows.map(({ id }) => id)).size).toBe(keys.length)
    const answer = (store: Store, id: string) =>
      store.commit([], { inbox: id, extra: [notice(`${id}.first`), notice(`${id}.second`)] })
    const ends = await Promise.all(
      rows.flatMap(({ id }) => [answer(one(), id), answer(two(), id), answer(one(), id)]),
    )
    expect(ends.filter(({ inbox }) => inbox === 'done')).toHaveLength(keys.length)
    const { rows: owed } = await admin().query<{ key: string }>(
      'select key from outbox where key = any($1) order by id',
      [rows.flatMap(({ id }) => [`${id}.first`, `${id}.second`])],
    )
    const of = (id: string) => owed.map(({ key }) => key).filter((key) => key.startsWith(`${id}.`))
    for (const { id } of rows) expect(of(id)).toEqual([`${id}.first`, `${id}.second`])
  })

  it('R1 ends the others when the answer of one cannot be kept', async () => {
    const rows = await Promise.all(
      ['one', 'spoilt', 'two'].map((key) => one().inbox.accept(heard(key, messageAt(key)), t0)),
    )
    const ends = await Promise.allSettled(
      rows.map(({ id }, n) => {
        const lane = n === 1 ? (99_999 as 1) : 2
        return one().commit([], { inbox: id, extra: [notice(`${id}.answer`, { lane })] })
      }),
    )
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const again = await one().commit([], { inbox: rows[1]?.id ?? '' })
    expect(again.inbox).toBe('done')
  })
})
