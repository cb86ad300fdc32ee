import { describe, expect, it } from 'vitest'
import { heard, messageAt, minute, t0 } from './samples.ts'
import { withStores } from './with-store.ts'

describe('the inbox', () => {
  const { one, two } = withStores()
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
    expect(await one().inbox.accept(heard('c', messageAt('c')), t0)).toEqual({
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
})
