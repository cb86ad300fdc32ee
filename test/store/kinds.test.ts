import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Index, Reader } from '../../src/domain/item/reading.ts'
import { createStore } from '../../src/store/create-store.ts'
import type { Store } from '../../src/store/store.ts'
import { begins, known, messageAt, minute, notice, t0 } from './samples.ts'
import { withStores } from './with-store.ts'

const li: Reader = { person: 'li', side: 'supplier', org: 'accord' }
const open: Index = { supplier: 'accord', customer: 'huaxin', open: true, status: 'new', reporter: 'zhao' }
const parcel = { kind: 'parcel', index: open } as const

describe('items of a kind that only a newer process knows (T23)', () => {
  const { one: older, url } = withStores()
  let kept: Store | undefined
  const newer = (): Store => {
    if (kept === undefined) throw new Error('the newer store is opened before the first test')
    return kept
  }

  beforeAll(async () => {
    kept = await createStore({
      url: url(),
      kinds: { ...known, parcel: { version: 1, evolve: (_, event) => event } },
    })
    await kept.commit([
      begins('P-1', { ...parcel, notices: [notice('p1'), notice('p2')] }),
      begins('T-1', { notices: [notice('t1')] }),
    ])
  })
  afterAll(() => newer().close())

  const ids = async (store: Store, kind?: string) =>
    (await store.as(li).list({ list: 'open', ...(kind === undefined ? {} : { kind }) })).map(({ id }) => id)

  it('are on nobody’s list there, and are nobody’s to read', async () => {
    expect(await ids(newer())).toEqual(['T-1', 'P-1'])
    expect(await ids(newer(), 'parcel')).toEqual(['P-1'])
    expect(await ids(newer(), 'ticket')).toEqual(['T-1'])
    expect(await ids(older())).toEqual(['T-1'])
    expect(await ids(older(), 'parcel')).toEqual([])
    expect(await newer().as(li).item('P-1')).toMatchObject({ kind: 'parcel' })
    expect(await older().as(li).item('P-1')).toBeUndefined()
    expect(await older().as(li).history('P-1')).toEqual({ log: [] })
    expect(await older().as(li).told('P-1')).toEqual([])
  })

  it('are not woken or dated there, however many are overdue', async () => {
    const items = ({ due }: Store) => due.overdue(t0 + minute, 1)
    expect((await items(newer())).map(({ item }) => item)).toEqual(['P-1'])
    expect((await items(older())).map(({ item }) => item)).toEqual(['T-1'])
    expect((await older().due.all(undefined, 10)).map(({ item }) => item)).toEqual(['T-1'])
    const { nextDue: _, ...undated } = begins('P-2', parcel)
    await newer().commit([undated])
    expect(await older().due.missing(10)).toEqual([])
    expect((await newer().due.missing(10)).map(({ id }) => id)).toEqual(['P-2'])
  })

  it('that wait for no moment are looked at once, until they move or another version may know one', async () => {
    await newer().due.undated('P-2', 7)
    expect(await newer().due.missing(10)).toHaveLength(1)
    await newer().due.undated('P-2', 1)
    expect(await newer().due.missing(10)).toEqual([])
    await newer().due.lookAgain()
    expect(await newer().due.missing(10)).toHaveLength(1)
  })

  it('keep their notices for a process that knows them, and hold up no others of the same person', async () => {
    const claim = async (store: Store) =>
      (await store.outbox.claim(t0 + minute, 10, minute)).map(({ notice: { key } }) => key)
    expect(await claim(older())).toEqual(['t1'])
    expect(await claim(older())).toEqual([])
    expect(await claim(newer())).toEqual(['p1', 'p2'])
  })

  it('have their cards drawn by a process that knows them', async () => {
    const followed = { audience: 'supplier', drawnSeq: 0, language: 'en', zone: 'UTC' } as const
    await newer().living.add({ item: 'P-1', message: messageAt('card'), ...followed })
    expect(await older().living.stale(t0, 10, minute)).toEqual([])
    expect((await newer().living.stale(t0, 10, minute)).map(({ item }) => item)).toEqual(['P-1'])
  })

  it('have numbers of their own', async () => {
    expect([
      await newer().nextNumber('huaxin'),
      await newer().nextNumber('huaxin', 'parcel'),
      await newer().nextNumber('huaxin', 'ticket'),
    ]).toEqual([1, 1, 2])
  })
})
