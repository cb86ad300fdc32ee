import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Priority, priorities } from '../../src/domain/agreement/matrix.ts'
import type { Index, Reader } from '../../src/domain/item/reading.ts'
import { type AskedList, askedList } from '../../src/domain/list/asked-list.ts'
import { type Group, groups, type ListQuery, sorts } from '../../src/domain/list/list-query.ts'
import { directory } from '../ticket/world.ts'
import { begins, minute, t0 } from './samples.ts'
import { withStores } from './with-store.ts'

const suppliers = ['accord', 'rival']
const customers = ['huaxin', 'harbour']
const people = ['li', 'zhao']
const words = ['printer jam', '打印机卡纸', 'VPN down', '印刷与打字']

type Kept = {
  readonly index: Index & {
    readonly priority: Priority
    readonly customer: string
    readonly reporter: string
  }
  readonly reportedAt: number
  readonly endedAt: number
  readonly category: string
  readonly missed: boolean
  readonly text: string
  /** Whose word an escalation waits for. */
  readonly owing: readonly string[]
}

const kept: fc.Arbitrary<Kept> = fc
  .record({
    supplier: fc.constantFrom(...suppliers),
    customer: fc.constantFrom(...customers),
    status: fc.constantFrom('new', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled'),
    priority: fc.constantFrom(...priorities),
    assignee: fc.option(fc.constantFrom(...people), { nil: undefined }),
    reporter: fc.constantFrom(...people),
    dueAt: fc.option(fc.integer({ min: t0 - 2 * minute, max: t0 + 120 * minute }), { nil: undefined }),
    waitingFor: fc.subarray(['consent', 'answer', 'acknowledgement']),
    reportedAt: fc.integer({ min: t0 - 5 * minute, max: t0 }),
    endedAt: fc.integer({ min: t0 - 5 * minute, max: t0 }),
    category: fc.constantFrom('printer', 'network'),
    missed: fc.boolean(),
    text: fc.constantFrom(...words),
    owing: fc.subarray([...people]),
  })
  .map(({ reportedAt, endedAt, category, missed, text, owing, assignee, dueAt, ...index }) => ({
    ...{ reportedAt, endedAt, category, missed, text, owing },
    index: {
      ...index,
      open: index.status !== 'closed' && index.status !== 'cancelled',
      ...(assignee === undefined ? {} : { assignee }),
      ...(dueAt === undefined ? {} : { dueAt }),
    },
  }))

const query: fc.Arbitrary<ListQuery> = fc.record(
  {
    groups: fc.subarray([...groups], { maxLength: 2 }),
    priorities: fc.subarray([...priorities], { maxLength: 2 }),
    person: fc.constantFrom('me', ...people),
    customer: fc.constantFrom(...customers),
    category: fc.constantFrom('printer', 'network'),
    promises: fc.constantFrom('met' as const, 'missed' as const),
    older: fc.integer({ min: minute, max: 4 * minute }),
    newer: fc.integer({ min: minute, max: 4 * minute }),
    text: fc.constantFrom('print', '打印', '打', 'vpn DOWN', "x' | 'printer", '印机', 'nothing'),
    sort: fc.constantFrom(...sorts),
  },
  { requiredKeys: ['groups', 'priorities'] },
)

const reader: fc.Arbitrary<Reader> = fc
  .tuple(fc.constantFrom(...people), fc.constantFrom('supplier' as const, 'customer' as const))
  .chain(([person, side]) =>
    fc
      .constantFrom(...(side === 'supplier' ? suppliers : customers), 'nobody')
      .map((org) => ({ person, side, org })),
  )

const asksCustomer = ({ waitingFor = [] }: Index) =>
  waitingFor.some((word) => ['consent', 'answer', 'downgrade', 'merge'].includes(word))

const asksOf = ({ index, owing }: Kept, person: string): boolean =>
  index.waitingFor?.includes('acknowledgement') === true && owing.includes(person)

const inGroup = (group: Group, one: Kept, { person }: Reader, { now, soon }: AskedList): boolean => {
  const { open, status, assignee, dueAt = Number.POSITIVE_INFINITY, waitingFor = [] } = one.index
  const escalated = waitingFor.includes('acknowledgement')
  switch (group) {
    case 'all':
      return true
    case 'ended':
      return !open
    case 'closed':
    case 'cancelled':
    case 'new':
    case 'in_progress':
    case 'on_hold':
    case 'resolved':
      return status === group
    case 'open':
      return open
    case 'unclaimed':
      return open && assignee === undefined
    case 'queue':
      return open && (assignee === undefined || assignee === person)
    case 'waiting_for_customer':
      return open && asksCustomer(one.index)
    case 'waiting_for_supplier':
      return open && !asksCustomer(one.index)
    case 'at_risk':
      return open && (dueAt <= soon || escalated)
    case 'overdue':
      return open && dueAt <= now
    case 'escalated':
      return open && escalated
    case 'to_acknowledge':
      return open && asksOf(one, person)
  }
}

const found: { readonly [sought: string]: readonly string[] } = {
  print: ['printer jam'],
  打印: ['打印机卡纸'],
  打: ['打印机卡纸', '印刷与打字'],
  'vpn DOWN': ['VPN down'],
  "x' | 'printer": [],
  印机: ['打印机卡纸'],
  nothing: [],
}

const holds = (one: Kept, who: Reader, asked: AskedList): boolean => {
  const { index, reportedAt, category, missed, text } = one
  const { reported } = asked
  return (
    (who.side === 'supplier' ? index.supplier : index.customer) === who.org &&
    asked.groups.some((group) => inGroup(group, one, who, asked)) &&
    (asked.priorities.length === 0 || asked.priorities.includes(index.priority)) &&
    (asked.owner === undefined || index.assignee === asked.owner) &&
    (asked.reporter === undefined || index.reporter === asked.reporter) &&
    (asked.customer === undefined || index.customer === asked.customer) &&
    (asked.category === undefined || category === asked.category) &&
    (asked.missed === undefined || missed === asked.missed) &&
    (reported.from === undefined || reportedAt >= reported.from) &&
    (reported.to === undefined || reportedAt < reported.to) &&
    (asked.text === undefined || found[asked.text]?.includes(text) === true)
  )
}

describe('finding as somebody (I9, T49)', () => {
  const { one, admin } = withStores()

  const lay = async (all: readonly Kept[], run: number) => {
    await admin().query('delete from items')
    await admin().query('delete from item_words')
    const changes = all.map(({ index, reportedAt, endedAt, category, missed, text, owing }, n) => {
      const promised = { response: missed ? { breachedAt: t0 } : {}, resolution: {} }
      const ended = index.status === 'cancelled' ? { cancelled: { at: endedAt } } : { closedAt: endedAt }
      const state = {
        title: text,
        text,
        reportedAt,
        category: { value: category },
        promised,
        escalations: [{ waitingFor: owing }],
        ...ended,
      }
      return begins(`HX-${run}0${n}`, { index, state })
    })
    await one().commit(changes)
    return new Map(changes.map(({ item }, n) => [item, all[n]]))
  }

  const asked = (who: Reader, wanted: ListQuery, size: number): AskedList => {
    const person = directory.people[who.person]
    if (person === undefined) throw new Error(`nobody is called ${who.person}`)
    return askedList(wanted, { person: { ...person, side: who.side }, directory, zone: 'UTC', now: t0 }, size)
  }

  it('gives exactly what the reader may see and asked for, every page of it in order, there and back', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(kept, { maxLength: 25 }),
        fc.array(fc.tuple(reader, query), { minLength: 4, maxLength: 8 }),
        fc.integer({ min: 2, max: 6 }),
        async (all, asks, size) => {
          run += 1
          const laid = await lay(all, run)
          for (const [who, wanted] of asks) {
            const first = asked(who, wanted, size)
            const ids = [...laid].flatMap(([id, item]) => (item && holds(item, who, first) ? [id] : []))
            const pages: string[][] = []
            let page = await one().as(who).find(first)
            expect(page.before).toBeUndefined()
            for (;;) {
              expect(page).toMatchObject({ count: ids.length, isMore: false })
              pages.push(page.rows.map(({ id }) => id))
              if (page.after === undefined) break
              page = await one()
                .as(who)
                .find({ ...first, cursor: page.after })
            }
            expect(pages.flat().toSorted()).toEqual(ids.toSorted())
            if (first.sort === 'due') {
              const due = pages.flat().map((id) => laid.get(id)?.index.dueAt ?? Number.POSITIVE_INFINITY)
              expect(due).toEqual(due.toSorted((a, b) => a - b || 0))
            }
            for (let n = pages.length - 2; n >= 0; n -= 1) {
              if (page.before === undefined) throw new Error('there is a page before')
              page = await one()
                .as(who)
                .find({ ...first, cursor: page.before })
              expect(page.rows.map(({ id }) => id)).toEqual(pages[n])
            }
            expect(page.before).toBeUndefined()
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('counts by customer what the reader may see, and nothing of anybody else', async () => {
    let run = 1_000
    const month = { from: t0 - 3 * minute, to: t0 + 1, now: t0, soon: t0 + 60 * minute }
    await fc.assert(
      fc.asyncProperty(fc.array(kept, { maxLength: 25 }), reader, fc.boolean(), async (all, who, isOwn) => {
        run += 1
        await lay(all, run)
        const seen = all.filter(
          ({ index }) =>
            (who.side === 'supplier' ? index.supplier : index.customer) === who.org &&
            (!isOwn || index.reporter === who.person),
        )
        const counts = await one()
          .as(who)
          .overview({ ...month, ...(isOwn ? { reporter: who.person } : {}) })
        for (const customer of customers) {
          const theirs = seen.filter(({ index }) => index.customer === customer)
          const open = theirs.filter(({ index }) => index.open)
          const inMonth = (at: number) => at >= month.from && at < month.to
          const closed = theirs.filter(({ index, endedAt }) => index.status === 'closed' && inMonth(endedAt))
          const wanted = {
            open: open.length,
            waitingForCustomer: open.filter(({ index }) => asksCustomer(index)).length,
            waitingForSupplier: open.filter(({ index }) => !asksCustomer(index)).length,
            unclaimed: open.filter(({ index }) => index.assignee === undefined).length,
            toAcknowledge: open.filter((each) => asksOf(each, who.person)).length,
            reported: theirs.filter(({ reportedAt }) => inMonth(reportedAt)).length,
            closed: closed.length,
            met: closed.filter(({ missed }) => !missed).length,
          }
          const count = counts.find((each) => each.customer === customer)
          if (count !== undefined) expect(count).toMatchObject(wanted)
          else expect([wanted.open, wanted.reported, wanted.closed]).toEqual([0, 0, 0])
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('searching words', () => {
  const { one } = withStores()
  const li: Reader = { person: 'li', side: 'supplier', org: 'accord' }

  it.each([
    ['全公司都连不上VPN了', ['vpn', '连不上', '公司', '了', 'ＶＰＮ', '連不上'], ['不连', '内网', 'pn']],
    ['打印机卡纸', ['打印机', '打印', '印机', '卡', '打印機'], ['印卡', '纸打']],
    [
      'Paper jam in the Printer on floor 3',
      ['printer', 'print', 'paper JAM', 'floor 3'],
      ['rinter', 'scanner'],
    ],
  ])('%s', async (text, sought, not) => {
    const id = `HX-${text.length}`
    await one().commit([
      begins(id, { index: { supplier: 'accord', open: true, status: 'new' }, state: { title: text, text } }),
    ])
    const person = directory.people.li
    if (person === undefined) throw new Error('li is there')
    const ids = async (words: string) =>
      (
        await one()
          .as(li)
          .find(
            askedList(
              { groups: [], priorities: [], text: words },
              { person, directory, zone: 'UTC', now: t0 },
              50,
            ),
          )
      ).rows.map((row) => row.id)
    for (const words of [...sought, id, id.toLowerCase()]) expect(await ids(words), words).toContain(id)
    for (const words of [...not, `${id}0`, '。', '']) expect(await ids(words), words).not.toContain(id)
  })
})
