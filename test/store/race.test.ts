import { describe, expect, it } from 'vitest'
import { begins, continues, minute, notice, said, t0 } from './samples.ts'
import { only, somebodyWaits, withStores } from './with-store.ts'

describe('many writers of one item', () => {
  const { one, two, admin } = withStores()

  it('T11 gives every seq exactly one winner, and the log holds what the winners wrote', async () => {
    await one().commit([begins('R-1')])
    const wins: { readonly seq: number; readonly text: string }[] = []
    const write = async (writer: number): Promise<void> => {
      const store = writer % 2 === 0 ? one() : two()
      for (let turn = 0; turn < 15; turn += 1) {
        const loaded = await only(store, 'R-1')
        const text = `writer ${writer}, turn ${turn}`
        const change = continues(loaded, { events: [said(text)], notices: [notice(`R-1 ${text}`)] })
        const { won } = await store.commit([change], { together: writer % 3 === 0 })
        if (won.has('R-1')) wins.push({ seq: loaded.seq + 1, text })
      }
    }
    await Promise.all(Array.from({ length: 12 }, (_, writer) => write(writer)))

    const log = await one().events('R-1', 1)
    const byPlace = wins.toSorted((a, b) => a.seq - b.seq)
    expect(byPlace).toEqual(log.map(({ seq, event }) => ({ seq, text: 'text' in event && event.text })))
    expect(wins.length).toBeGreaterThan(14)
    expect(await one().verify('R-1')).toEqual({ length: log.length + 1 })
    const told = await one().as({ person: 'li', side: 'supplier', org: 'accord' }).told('R-1')
    expect(told.map(({ seq }) => seq)).toEqual(log.map(({ seq }) => seq))
  })

  it('commits overlapping batches in opposite orders without a deadlock', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `R-b${n}`)
    await one().commit(ids.map((id) => begins(id)))
    const sweep = async (store: ReturnType<typeof one>, order: readonly string[]) => {
      let won = 0
      for (let turn = 0; turn < 10; turn += 1) {
        const loaded = await store.load(ids)
        const sorted = order.flatMap((id) => loaded.filter((item) => item.id === id))
        won += (await store.commit(sorted.map((item) => continues(item)))).won.size
      }
      return won
    }
    const reversed = ids.toReversed()
    const won = await Promise.all([sweep(one(), ids), sweep(two(), reversed), sweep(two(), ids)])
    const present = await one().load(ids)
    const grown = present.reduce((sum, { seq }) => sum + seq - 1, 0)
    expect(won.reduce((sum, part) => sum + part, 0)).toBe(grown)
  })

  it('is tried again when it is the victim of a deadlock', async () => {
    await one().commit([begins('R-3'), begins('R-4')])
    const both = await one().load(['R-3', 'R-4'])
    const client = await admin().connect()
    await client.query(
      "begin; set local deadlock_timeout = '1min'; select from items where id = 'R-4' for update",
    )
    const commit = one().commit(both.map((item) => continues(item)))
    await somebodyWaits(admin())
    await client.query("select from items where id = 'R-3' for update")
    await client.query('commit')
    client.release()
    expect((await commit).won.size).toBe(2)
  })

  it('wins although the row was touched, at the same seq, while it waited for it', async () => {
    await one().commit([begins('R-2')])
    const loaded = await only(one(), 'R-2')
    const client = await admin().connect()
    await client.query('begin')
    await client.query(`update items set next_due_at = ${t0 + 5 * minute} where id = 'R-2'`)
    const waiting = one().commit([continues(loaded)])
    await somebodyWaits(admin())
    await client.query('commit')
    client.release()
    expect((await waiting).won.has('R-2')).toBe(true)
    expect(await only(one(), 'R-2')).toMatchObject({ seq: 2, nextDue: t0 + minute })
    expect(await one().verify('R-2')).toEqual({ length: 2 })
  })

  it('never gives a number twice', async () => {
    const stores = [one(), two()]
    const numbers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => stores[n % 2]?.nextNumber('huaxin') ?? 0),
    )
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1))
    expect(await one().nextNumber('harbour')).toBe(1)
  })
})
