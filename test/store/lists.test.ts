import { describe, expect, it } from 'vitest'
import { begins, messageAt, minute, notice, t0 } from './samples.ts'
import { withStores } from './with-store.ts'

describe('a list in somebody’s conversation', () => {
  const { one, two } = withStores()

  /** Two items that stand in one list, as it is due for its first drawing. */
  const standing = async (items: readonly string[], list: string) => {
    const { lists, outbox } = one()
    for (const item of items)
      await one().commit([
        begins(item, {
          notices: [notice(`told ${item}`, { to: { kind: 'person', person: item, thread: false } })],
        }),
      ])
    const owed = await outbox.claim(t0, 100, minute)
    const rows = items.map((item) => ({
      item,
      seq: 1,
      notice: owed.find((row) => row.item === item)?.id ?? '',
    }))
    const said = { supplier: 'yunheng', person: 'li', side: 'supplier', language: 'en', zone: 'UTC' } as const
    await lists.stand({ message: messageAt(list, list), ...said }, rows)
    const stale = (await lists.stale(t0, 10, minute, 20)).find(({ message }) => message.message === list)
    if (stale === undefined) throw new Error('the list is not due for a drawing')
    return stale
  }
  const seqs = (items: readonly string[]) => items.map((item) => ({ item, seq: 1, done: false }))

  it('is drawn again for what moved since, but not before the moment it rests until', async () => {
    const items = ['L-1', 'L-2']
    const stale = await standing(items, '7.1')
    expect(stale.rows.map(({ item }) => item).toSorted()).toEqual(items)
    expect(await two().lists.stale(t0, 10, minute, 20), 'it is leased').toEqual([])
    await one().lists.drawn(stale, 'once', seqs(['L-1']), false, t0 + minute)
    expect(await one().lists.stale(t0 + minute - 1, 10, minute, 20)).toEqual([])
    const [again] = await one().lists.stale(t0 + minute, 10, minute, 20)
    expect(again?.drawnAs).toBe('once')
    expect(again?.rows.map(({ item }) => item).toSorted(), 'what did not move is read with it').toEqual(items)
  })

  it('is found for each of many that ask at the same moment', async () => {
    const items = ['L-3', 'L-4']
    await standing(items, '8.1')
    const place = messageAt('8.1', '8.1')
    const found = await Promise.all([...items, 'L-5'].map((item) => one().lists.holding(item, place)))
    expect(found.map((list) => list?.message)).toEqual(['8.1', '8.1', undefined])
  })
})
