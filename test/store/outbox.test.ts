import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { begins, messageAt, minute, notice, t0 } from './samples.ts'
import { somebodyWaits, withStores } from './with-store.ts'

const keys = (owed: Awaited<ReturnType<Store['outbox']['claim']>>) => owed.map((row) => row.notice.key)
const to = (person: string) => ({ to: { kind: 'person', person, thread: false } }) as const

describe('the outbox', () => {
  const { one, two, admin } = withStores()
  const fresh = async (item: string, notices: readonly ReturnType<typeof notice>[]) => {
    await admin().query('truncate outbox')
    await one().commit([begins(item, { notices })])
  }

  const claimTogether = () =>
    Promise.all(Array.from({ length: 12 }, (_, n) => (n % 2 ? one() : two()).outbox.claim(t0, 30, minute)))

  it('never hands a row to two senders', async () => {
    await fresh(
      'O-1',
      Array.from({ length: 200 }, (_, n) => notice(`n${n}`, to(`p${n}`))),
    )
    const given = (await claimTogether()).flatMap(keys)
    expect(new Set(given).size).toBe(given.length)
    expect(given).toHaveLength(200)
  })

  it('never has two senders on one line', async () => {
    await fresh(
      'O-0',
      Array.from({ length: 200 }, (_, n) => notice(`m${n}`, to(`p${n % 40}`))),
    )
    const lines = (await claimTogether()).map((owed) => new Set(owed.map(({ line }) => line)))
    expect(lines.reduce((sum, { size }) => sum + size, 0)).toBe(40)
    expect(new Set(lines.flatMap((set) => [...set])).size).toBe(40)
  })

  it('hands out also what came while the claim waited for another', async () => {
    await fresh('O-meanwhile', [])
    const other = await admin().connect()
    await other.query('begin')
    await other.query('select pg_advisory_xact_lock(4182026)')
    const claimed = one().outbox.claim(t0, 30, minute)
    await somebodyWaits(admin())
    await two().outbox.owe('O-meanwhile', 1, t0, [notice('meanwhile')])
    await other.query('commit')
    other.release()
    expect(keys(await claimed)).toEqual(['meanwhile'])
  })

  it('T14 lets only the latest holder settle a row', async () => {
    await fresh('O-2', [notice('late')])
    const [frozen] = await one().outbox.claim(t0, 1, minute)
    expect(await two().outbox.claim(t0 + minute - 1, 1, minute)).toEqual([])
    const [successor] = await two().outbox.claim(t0 + minute, 1, minute)
    const sent = (id = '') => ({ id, status: 'sent', at: t0, message: messageAt('9.1') }) as const
    expect([...(await one().outbox.settle([sent(frozen?.id)]))]).toEqual([])
    expect([...(await two().outbox.settle([sent(successor?.id)]))]).toEqual([successor?.id])
    expect([...(await one().outbox.settle([sent(frozen?.id)]))]).toEqual([])
    expect([frozen?.id, frozen?.attempts, successor?.attempts]).toEqual([successor?.id, 0, 1])
  })

  it('T21 gives one P1 before 300 low notices to the same person', async () => {
    await fresh(
      'O-3',
      Array.from({ length: 300 }, (_, n) => notice(`low${n}`, { lane: 4 })),
    )
    await one().outbox.owe('O-3', 1, t0, [notice('P1', { lane: 1 })])
    const first = await one().outbox.claim(t0, 5, minute)
    expect(keys(first)).toEqual(['P1', 'low0', 'low1', 'low2', 'low3'])
  })

  it('keeps a line in order: nothing overtakes a row that is held or waits for its next try', async () => {
    await fresh('O-4', [
      notice('a1', to('a')),
      notice('a2', to('a')),
      notice('a3', to('a')),
      notice('b1', to('b')),
    ])
    const first = await one().outbox.claim(t0, 1, minute)
    expect(keys(first)).toEqual(['a1'])
    expect(keys(await two().outbox.claim(t0, 10, minute))).toEqual(['b1'])
    const again = {
      id: first[0]?.id ?? '',
      status: 'again',
      at: t0,
      nextAt: t0 + 5_000,
      why: 'busy',
      tried: true,
    } as const
    await one().outbox.settle([again])
    expect(await two().outbox.claim(t0 + 4_999, 10, minute)).toEqual([])
    expect(keys(await two().outbox.claim(t0 + 5_000, 10, minute))).toEqual(['a1', 'a2', 'a3'])
  })

  it('takes the unsent rest of a line back, uncounted, when one is to be tried again', async () => {
    await fresh('O-5', [notice('c1', to('c')), notice('c2', to('c')), notice('c3', to('c'))])
    const [c1, c2] = await one().outbox.claim(t0, 10, minute)
    await one().outbox.settle([
      { id: c1?.id ?? '', status: 'sent', at: t0, message: messageAt('9.2') },
      { id: c2?.id ?? '', status: 'again', at: t0, nextAt: t0 + 1_000, why: '429', tried: true },
    ])
    const next = await two().outbox.claim(t0 + 1_000, 10, minute)
    expect(next.map((row) => [row.notice.key, row.attempts])).toEqual([
      ['c2', 1],
      ['c3', 0],
    ])
  })

  it('counts no attempt of a notice that was not sent because its platform asked for a pause', async () => {
    await fresh('O-19', [notice('p1', to('p'))])
    const [p1] = await one().outbox.claim(t0, 10, minute)
    const pause = { id: p1?.id ?? '', status: 'again', at: t0, nextAt: t0 + 1_000, why: 'in turn' } as const
    await one().outbox.settle([{ ...pause, tried: false }])
    const [next] = await two().outbox.claim(t0 + 1_000, 10, minute)
    expect(next?.attempts).toBe(0)
    await two().outbox.settle([{ ...pause, at: t0 + 1_000, nextAt: t0 + 2_000, tried: true }])
    expect((await one().outbox.claim(t0 + 2_000, 10, minute)).map(({ attempts }) => attempts)).toEqual([1])
  })

  it('supersedes an unsent notice by a newer one of its group, also while the older one waits', async () => {
    await fresh('O-6', [notice('g1', { collapse: 'G' }), notice('g2', { collapse: 'G' }), notice('other')])
    const claimed = await one().outbox.claim(t0, 10, minute)
    expect(keys(claimed)).toEqual(['g2', 'other'])
    await one().outbox.settle(
      claimed.map(
        ({ id }) => ({ id, status: 'again', at: t0, nextAt: t0 + minute, why: 'away', tried: true }) as const,
      ),
    )
    await one().outbox.owe('O-6', 1, t0, [notice('g3', { collapse: 'G' })])
    expect(keys(await one().outbox.claim(t0 + minute, 10, minute))).toEqual(['other', 'g3'])
    const told = await one().as({ person: 'li', side: 'supplier', org: 'accord' }).told('O-6')
    expect(told.map(({ status }) => status)).toEqual(['superseded', 'superseded', 'owed', 'owed'])
  })

  it('owes a key once for ever', async () => {
    await fresh('O-7', [notice('once')])
    await two().outbox.owe('O-7', 1, t0 + 1, [notice('once', to('wang')), notice('twice')])
    expect(keys(await one().outbox.claim(t0 + 1, 10, minute))).toEqual(['once', 'twice'])
  })

  it('keeps the evidence of what became of a notice', async () => {
    await fresh('O-9', [notice('e1'), notice('e2', { to: { kind: 'room', room: 'hall', thread: true } })])
    const [e1, e2] = await one().outbox.claim(t0, 10, minute)
    await one().outbox.settle([
      { id: e1?.id ?? '', status: 'sent', at: t0 + 1, message: messageAt('9.3') },
      { id: e2?.id ?? '', status: 'withdrawn', at: t0 + 2, why: 'it was acknowledged' },
    ])
    const common = { about: 'ticket.message_added', seq: 1, role: 'engineer', side: 'supplier', owedAt: t0 }
    expect(await one().as({ person: 'li', side: 'supplier', org: 'accord' }).told('O-9')).toEqual([
      { ...common, person: 'li', status: 'sent', settledAt: t0 + 1, platform: 'slack' },
      { ...common, room: 'hall', status: 'withdrawn', settledAt: t0 + 2, why: 'it was acknowledged' },
    ])
  })

  it('M2.3 says what was read, where the chat can tell, and what a card showed without ringing', async () => {
    await fresh('O-10', [notice('r1'), notice('r2', to('wang')), notice('r3', to('ma'))])
    const sent = await one().outbox.claim(t0, 10, minute)
    const at = (person: string, message: string) =>
      ({ platform: 'web', team: 'local', conversation: `direct:${person}`, message }) as const
    const places = [at('li', '7'), at('wang', '9'), at('ma', '7')]
    await one().outbox.settle(
      sent.map(({ id }, n) => ({
        ...{ id, status: 'sent' as const, at: t0 + 1, message: places[n] ?? at('li', '7') },
        ...(n === 2 ? { shared: true as const, shown: true as const } : {}),
      })),
    )
    await admin().query(`insert into chat_read (person, conversation, thread, upto)
      select p, 'direct:' || p, 0, 8 from unnest('{li,wang,ma}'::text[]) p on conflict do nothing`)
    const told = await one().as({ person: 'li', side: 'supplier', org: 'accord' }).told('O-10')
    expect(told.map(({ person, seen, way, why }) => [person, seen, way, why])).toEqual([
      ['li', true, undefined, undefined],
      ['wang', undefined, undefined, undefined],
      ['ma', undefined, 'card', undefined],
    ])
  })
})
