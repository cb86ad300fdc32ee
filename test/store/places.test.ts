import { describe, expect, it } from 'vitest'
import type { Redrawing } from '../../src/store/living.ts'
import { begins, continues, messageAt, minute, notice, t0 } from './samples.ts'
import { only, somebodyWaits, withStores } from './with-store.ts'

describe('the messages of an item', () => {
  const { one } = withStores()

  it('lead to their item and side; the first link of a message stands', async () => {
    await one().commit([begins('T-1'), begins('T-2')])
    await one().threads.link('T-1', 'customer', messageAt('1'), true)
    await one().threads.link('T-2', 'supplier', messageAt('1'), true)
    expect(await one().threads.find(messageAt('1'))).toEqual({
      item: 'T-1',
      side: 'customer',
      kind: 'ticket',
    })
    expect(await one().threads.find(messageAt('1', 'C2'))).toBeUndefined()
  })

  it('have one root per side and conversation', async () => {
    const reply = { ...messageAt('6', 'C3'), thread: '5' }
    await one().threads.link('T-3', 'customer', messageAt('5', 'C3'), true)
    await one().threads.link('T-3', 'customer', reply, false)
    await one().threads.link('T-3', 'supplier', { ...messageAt('7', 'C4'), thread: '4' }, true)
    expect(await one().threads.root('T-3', 'customer')).toEqual(messageAt('5', 'C3'))
    expect(await one().threads.root('T-3', 'supplier', messageAt('', 'C4'))).toEqual({
      ...messageAt('7', 'C4'),
      thread: '4',
    })
    expect(await one().threads.root('T-3', 'customer', messageAt('', 'C4'))).toBeUndefined()
  })
})

describe('a living card', () => {
  const { one, two, admin } = withStores()
  const cardOf = (item: string, drawnSeq: number) =>
    ({
      item,
      message: messageAt(item),
      audience: 'customer',
      drawnSeq,
      language: 'zh-CN',
      zone: 'Asia/Shanghai',
    }) as const
  const stale = async (now = t0) => (await two().living.stale(now, 100, minute)).map(({ item }) => item)

  it('is stale once its item moved on, for one drawer at a time, until it is drawn at that seq', async () => {
    await one().commit([begins('L-1')])
    await one().living.add(cardOf('L-1', 1))
    expect(await stale()).toEqual([])
    await two().commit([continues(await only(two(), 'L-1'))])
    expect(await one().living.stale(t0, 10, minute)).toEqual([cardOf('L-1', 1)])
    expect(await stale()).toEqual([])
    expect(await stale(t0 + minute)).toEqual(['L-1'])
    expect(await one().living.at(messageAt('L-1'))).toEqual(cardOf('L-1', 1))
    expect(await one().living.at(messageAt('L-1', 'C2'))).toBeUndefined()
    await one().living.drawn([{ message: messageAt('L-1'), seq: 2 }])
    expect(await one().living.at(messageAt('L-1'))).toEqual(cardOf('L-1', 2))
    await one().living.drawn([{ message: messageAt('L-1'), seq: 1 }])
    expect(await stale(t0 + 9 * minute)).toEqual([])
  })

  it('comes with the notice it was sent as, and with what was left of it when it was drawn last', async () => {
    const sent = notice('N-1.1.li')
    await one().commit([{ ...begins('N-1'), notices: [sent] }])
    const [owed] = await one().outbox.claim(t0, 10, minute)
    await one().living.add({ ...cardOf('N-1', 1), notice: owed?.id ?? '' })
    const moves = async () => void (await two().commit([continues(await only(two(), 'N-1'))]))
    const found = async (now: number) =>
      (await two().living.stale(now, 100, minute)).find(({ item }) => item === 'N-1')
    const draws = (seq: number, parts: Pick<Redrawing, 'was' | 'as' | 'done'>) =>
      one().living.drawn([{ message: messageAt('N-1'), seq, ...parts }])
    await moves()
    expect(await found(t0)).toEqual({ ...cardOf('N-1', 1), notice: sent })
    await draws(2, { as: ['reassign'] })
    await moves()
    expect(await found(t0)).toMatchObject({ drawnSeq: 2, notice: sent, drawnAs: ['reassign'] })
    expect(await one().living.at(messageAt('N-1'))).toMatchObject({ notice: sent, drawnAs: ['reassign'] })
    const was = ['reassign']
    await draws(3, { was })
    // Another process that began earlier ends later: it knows less.
    await draws(2, { as: [], done: true })
    await moves()
    expect(await found(t0)).toMatchObject({ drawnSeq: 3, drawnAs: ['reassign'] })
    // Somebody was shown another meanwhile: it is drawn once more.
    const [there] = await two().living.stale(t0 + 2 * minute, 100, minute)
    await one().living.unlike(messageAt('N-1'))
    await draws(4, { was, as: [], done: true })
    const again = await found(t0 + 2 * minute)
    expect(again).toMatchObject({ drawnSeq: 3, message: there?.message })
    expect(again?.drawnAs).not.toEqual(was)
    await draws(4, { ...(again?.drawnAs && { was: again.drawnAs }), as: [], done: true })
    await moves()
    expect(await found(t0 + 9 * minute)).toBeUndefined()
  })

  it('is stale at once when the item moved while it was posted', async () => {
    await one().commit([begins('L-2')])
    await one().commit([continues(await only(one(), 'L-2'))])
    await one().living.add(cardOf('L-2', 1))
    expect(await stale()).toEqual(['L-2'])
  })

  it('is stale when it is added while a commit is under way', async () => {
    await one().commit([begins('L-4')])
    const client = await admin().connect()
    await client.query("begin; update items set seq = 2 where id = 'L-4'")
    const adding = one().living.add(cardOf('L-4', 1))
    await somebodyWaits(admin())
    await client.query('commit')
    client.release()
    await adding
    expect(await stale()).toEqual(['L-4'])
  })

  it('is seen by a commit that began before it was added', async () => {
    await one().commit([begins('L-3')])
    const loaded = await only(one(), 'L-3')
    const client = await admin().connect()
    await client.query("begin; select from items where id = 'L-3' for share")
    const waiting = one().commit([continues(loaded)])
    await somebodyWaits(admin())
    await two().living.add(cardOf('L-3', 1))
    await client.query('commit')
    client.release()
    await waiting
    expect(await stale()).toEqual(['L-3'])
  })
})

describe('the moments items wait for', () => {
  const { one } = withStores()
  const closed = { open: false, supplier: 'accord', customer: 'huaxin', status: 'closed' }

  it('come soonest first, in pages, each item once', async () => {
    const items = Array.from({ length: 25 }, (_, n) => begins(`D-${n}`, { nextDue: t0 + (n % 4) * minute }))
    await one().commit(items)
    const overdue = await one().due.overdue(t0 + minute, 100)
    expect(overdue.map(({ nextDue }) => nextDue)).toEqual([
      ...Array(7).fill(t0),
      ...Array(6).fill(t0 + minute),
    ])
    const seen: string[] = []
    let page = await one().due.all(undefined, 4)
    while (page.length > 0) {
      seen.push(...page.map(({ item }) => item))
      page = await one().due.all(page.at(-1), 4)
    }
    expect(seen.toSorted()).toEqual(items.map(({ item }) => item).toSorted())
  })

  it('T25 are found missing on open items only, and repaired unless the item moved meanwhile', async () => {
    const { nextDue, ...undated } = begins('D-lost')
    await one().commit([undated, { ...undated, item: 'D-over', index: closed }])
    expect(nextDue).toBeDefined()
    expect((await one().due.missing(10)).map(({ id, state }) => [id, state])).toEqual([
      ['D-lost', undated.state],
    ])
    await one().due.repair('D-lost', 7, t0)
    expect(await one().due.missing(10)).toHaveLength(1)
    await one().due.repair('D-lost', 1, t0 - minute)
    expect(await one().due.missing(10)).toEqual([])
    expect(await one().due.overdue(t0 - minute, 10)).toEqual([
      { item: 'D-lost', seq: 1, nextDue: t0 - minute },
    ])
  })
})
