import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Index, Query, Reader } from '../../src/domain/item/reading.ts'
import type { Change } from '../../src/store/change.ts'
import { begins, messageAt, minute, notice, said, t0 } from './samples.ts'
import { withStores } from './with-store.ts'

const suppliers = ['accord', 'rival']
const customers = ['huaxin', 'harbour', 'accord'] // a customer may bear a supplier's name
const people = ['li', 'zhao', 'anna']

const index: fc.Arbitrary<Index> = fc.record(
  {
    supplier: fc.constantFrom(...suppliers),
    customer: fc.constantFrom(...customers),
    open: fc.boolean(),
    status: fc.constantFrom('new', 'in_progress', 'closed', 'cancelled'),
    assignee: fc.constantFrom(...people),
    reporter: fc.constantFrom(...people),
    dueAt: fc.integer({ min: t0, max: t0 + 4 * minute }),
    waitingFor: fc.subarray(['consent', 'answer', 'acknowledgement']),
  },
  { requiredKeys: ['supplier', 'open', 'status'] },
)
const query: fc.Arbitrary<Query> = fc.oneof(
  fc.constantFrom<Query>({ list: 'mine' }, { list: 'open' }, { list: 'unclaimed' }),
  fc.integer({ min: t0, max: t0 + 4 * minute }).map((before): Query => ({ list: 'at_risk', before })),
  fc
    .constantFrom('consent', 'answer', "x' or true --")
    .chain((word) =>
      fc.constantFrom<Query>(
        { list: 'waiting', for: word },
        { list: 'mine_waiting', for: word },
        { list: 'ended_asked' },
      ),
    ),
)
const reader: fc.Arbitrary<Reader> = fc.record({
  person: fc.constantFrom(...people),
  side: fc.constantFrom('supplier', 'customer'),
  org: fc.constantFrom(...suppliers, ...customers, 'nobody', ''),
})

const sees = ({ supplier, customer }: Index, { side, org }: Reader): boolean =>
  (side === 'supplier' ? supplier : customer) === org
const isOpen = ({ open }: Index): boolean => open
const holds = (item: Index, asked: Query, { person, side }: Reader): boolean => {
  switch (asked.list) {
    case 'mine':
      return side === 'supplier' ? isOpen(item) && item.assignee === person : item.reporter === person
    case 'open':
      return isOpen(item)
    case 'unclaimed':
      return isOpen(item) && item.assignee === undefined
    case 'at_risk': {
      const escalated = item.waitingFor?.includes('acknowledgement') ?? false
      return isOpen(item) && (escalated || (item.dueAt ?? Number.POSITIVE_INFINITY) <= asked.before)
    }
    case 'waiting':
      return isOpen(item) && (item.waitingFor?.includes(asked.for) ?? false)
    case 'ended_asked':
      return !isOpen(item) && (item.waitingFor?.includes('answer') ?? false)
    case 'mine_waiting':
      return item.reporter === person && !isOpen(item) && (item.waitingFor?.includes(asked.for) ?? false)
  }
}

describe('reading as somebody (I9, T49)', () => {
  const { one, admin } = withStores()

  it('gives exactly what the reader may see and asked for, soonest due first', async () => {
    await one().commit([
      begins('directory/accord', {
        kind: 'directory',
        index: { supplier: 'accord', open: false, status: 'on' },
      }),
    ])
    let run = 0
    const property = fc.asyncProperty(
      fc.array(index, { maxLength: 20 }),
      reader,
      query,
      async (indexes, who, asked) => {
        await admin().query("delete from items where id <> 'directory/accord'")
        run += 1
        const items = indexes.map((each, n) => begins(`${run}-${n}`, { index: each }))
        await one().commit(items)

        const rows = await one().as(who).list(asked)
        const wanted = items.filter((item) => sees(item.index, who) && holds(item.index, asked, who))
        expect(rows.map(({ id }) => id).toSorted()).toEqual(wanted.map(({ item }) => item).toSorted())
        for (const { id, index: read } of rows)
          expect(read).toEqual({ waitingFor: [], ...items.find(({ item }) => item === id)?.index })
        const due = rows.filter((row) => isOpen(row.index)).map((row) => row.index.dueAt ?? 2 * t0)
        expect(due).toEqual(due.toSorted((a, b) => a - b))

        for (const { item } of items.filter((each) => sees(each.index, who))) {
          expect(await one().as(who).item(item)).toMatchObject({ id: item, seq: 1 })
          expect(await one().as(who).history(item)).toMatchObject({ log: [{ seq: 1 }] })
        }
        expect(await everything(who, 'directory/accord')).toEqual([undefined, { log: [] }, []])
        for (const { item } of items.filter((each) => !sees(each.index, who)))
          expect(await everything(who, item)).toEqual(await everything(who, 'no such item'))
      },
    )
    await fc.assert(property, { numRuns: 50 })
  })

  const everything = (who: Reader, id: string) => {
    const scoped = one().as(who)
    return Promise.all([scoped.item(id), scoped.history(id), scoped.told(id)])
  }

  it('shows a customer only what was owed to the customer side', async () => {
    const notices = [notice('s'), notice('c', { side: 'customer', role: 'reporter' })]
    await one().commit([begins('told', { notices })])
    const roles = async (who: Reader) => (await one().as(who).told('told')).map(({ role }) => role)
    expect(await roles({ person: 'zhao', side: 'customer', org: 'huaxin' })).toEqual(['reporter'])
    expect(await roles({ person: 'li', side: 'supplier', org: 'accord' })).toEqual(['engineer', 'reporter'])
    expect(await roles({ person: 'anna', side: 'customer', org: 'harbour' })).toEqual([])
  })

  it('gives the open items a person reported in one conversation, the one they heard of last first', async () => {
    const here = messageAt('', 'flat')
    const reported = (item: string, minutes: number, of: Partial<Index> = {}, parts: Partial<Change> = {}) =>
      begins(item, {
        events: [said(`report of ${item}`, t0 + minutes * minute)],
        index: {
          ...{ supplier: 'accord', customer: 'huaxin', open: true, status: 'new', reporter: 'zhao' },
          ...of,
        },
        messages: [{ message: messageAt(item, 'flat'), side: 'customer', root: true }],
        ...parts,
      })
    const links = (conversation: string, side: 'customer' | 'supplier', root: boolean) => ({
      messages: [{ message: messageAt(`${conversation} ${side} ${root}`, conversation), side, root }],
    })
    await one().commit([
      reported('F-1', 1),
      reported('F-2', 3),
      reported('F-3', 2),
      reported('F-other-person', 9, { reporter: 'anna' }),
      reported('F-other-customer', 9, { customer: 'harbour' }),
      reported('F-closed', 9, { open: false, status: 'closed' }),
      reported('F-elsewhere', 9, {}, links('elsewhere', 'customer', true)),
      reported('F-inside', 9, {}, links('flat', 'supplier', true)),
      reported('F-named-only', 9, {}, links('flat', 'customer', false)),
    ])
    const ids = async (who: Partial<Reader>) => {
      const rows = await one()
        .as({ person: 'zhao', side: 'customer', org: 'huaxin', ...who })
        .reportedIn(here)
      return rows.map(({ id }) => id)
    }
    expect(await ids({})).toEqual(['F-2', 'F-3', 'F-1'])
    expect(await ids({ org: 'harbour' })).toEqual(['F-other-customer'])
    expect(await ids({ person: 'anna' })).toEqual(['F-other-person'])
    await one().outbox.owe('F-1', 1, t0, [notice('F-1.1.zhao', { side: 'customer' })])
    const [owed] = (await one().outbox.claim(t0, 100, minute)).filter(({ item }) => item === 'F-1')
    const sent = { status: 'sent', at: t0 + 4 * minute, message: messageAt('notice', 'flat') } as const
    await one().outbox.settle([{ id: owed?.id ?? '', ...sent }])
    expect(await ids({})).toEqual(['F-1', 'F-2', 'F-3'])
  })

  it('T69 takes every text as text', async () => {
    const nasty = [
      `x' or '1'='1`,
      `'; drop table items; --`,
      `\\'; select 1; --`,
      '$1',
      '%',
      '\0',
      '{huaxin}',
      '',
    ]
    await one().commit(
      nasty.filter(Boolean).map((text) => begins(`id ${text}`, { notices: [notice(`n ${text}`)] })),
    )
    for (const text of nasty) {
      const who: Reader = { person: text, side: 'customer', org: text }
      expect(await everything(who, text)).toEqual([undefined, { log: [] }, []])
      expect(await one().as(who).list({ list: 'mine' })).toEqual([])
      const own: Reader = { person: text, side: 'customer', org: 'huaxin' }
      expect(await one().as(own).list({ list: 'waiting', for: text })).toEqual([])
      expect(await one().load([text])).toEqual([])
      expect(await one().threads.find({ ...messageAt(text), team: text })).toBeUndefined()
      expect(await one().nextNumber(text)).toBe(1)
    }
    expect(await one().verify(`id ${nasty[1]}`)).toEqual({ length: 1 })
  })
})
