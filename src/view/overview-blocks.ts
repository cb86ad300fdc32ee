import type { Block } from '../chat/card.ts'
import { anyList, type ListQuery } from '../domain/list/list-query.ts'
import { type Overview, seesAll } from '../domain/list/overview.ts'
import type { Person } from '../domain/people/directory.ts'
import { managing } from '../domain/people/managing.ts'
import { toList } from './list-offers.ts'
import { orgName } from './org-name.ts'
import { type Reading, speak } from './reading.ts'

/** So many customers have a row of their own, those with the most open tickets. */
const mostCustomers = 8

const nothing: Overview = {
  open: 0,
  waitingForCustomer: 0,
  waitingForSupplier: 0,
  atRisk: 0,
  overdue: 0,
  toAcknowledge: 0,
  unclaimed: 0,
  reported: 0,
  closed: 0,
  met: 0,
}

const keys = [
  'open',
  'waitingForCustomer',
  'waitingForSupplier',
  'atRisk',
  'overdue',
  'toAcknowledge',
  'unclaimed',
  'reported',
  'closed',
  'met',
] as const

const sum = (counts: readonly Overview[]): Overview => ({
  ...nothing,
  ...Object.fromEntries(keys.map((key) => [key, counts.reduce((all, one) => all + one[key], 0)])),
})

/** A customer's own: a row for each question, with the whole list behind it. What there is none of is not said. */
const ofCustomer = (person: Person, count: Overview, reading: Reading): readonly Block[] => {
  const { lists } = speak(reading).t
  const words = lists.overview
  const whose: Partial<ListQuery> = seesAll(person) ? {} : { person: 'me' }
  const row = (label: string, shown: number, query: Partial<ListQuery>, said = String(shown)) =>
    shown === 0
      ? []
      : [{ cells: [label, said], button: toList(lists.buttons.seeAll, { ...anyList, ...whose, ...query }) }]
  const rows = [
    ...row(words.open, count.open, { groups: ['open'] }),
    ...row(words.waitsForYourSide, count.waitingForCustomer, {
      groups: ['waiting_for_customer'],
    }),
    ...row(words.waitsForSupplier, count.waitingForSupplier, { groups: ['waiting_for_supplier'] }),
    ...row(words.atRisk, count.atRisk, { groups: ['at_risk'] }),
    ...row(words.toAcknowledge, count.toAcknowledge, { groups: ['to_acknowledge'] }),
    ...row(words.reported, count.reported, { groups: ['all'], period: 'this_month' }),
    ...row(
      words.closed,
      count.closed,
      { groups: ['closed'], period: 'this_month' },
      words.met(count.met, count.closed),
    ),
  ]
  const title = seesAll(person)
    ? words.title(orgName(reading.directory, person.org, reading.language))
    : words.mine
  return rows.length === 0
    ? []
    : [
        { type: 'text', text: title },
        { type: 'table', columns: words.columns, rows },
      ]
}

/** The supplier's, a row for each customer, the busiest first, and all of them together on top. */
const ofSupplier = (counts: readonly Overview[], reading: Reading): readonly Block[] => {
  const { lists } = speak(reading).t
  const words = lists.overview
  const { toAcknowledge } = sum(counts)
  const asks = toList(lists.buttons.seeAll, { ...anyList, groups: ['to_acknowledge'] })
  const row = (name: string, one: Overview, customer: Partial<ListQuery>) => ({
    cells: [
      name,
      ...[one.open, one.waitingForSupplier, one.waitingForCustomer, one.atRisk].map(String),
      words.month(one.reported, one.closed, one.met),
    ],
    button: toList(lists.buttons.seeAll, { ...anyList, groups: ['open'], ...customer }),
  })
  const shown = counts.slice(0, mostCustomers)
  const rest = counts.length - shown.length
  if (shown.length === 0) return []
  return [
    { type: 'text', text: words.all },
    ...(toAcknowledge === 0
      ? []
      : [
          {
            type: 'table',
            columns: [],
            rows: [{ cells: [words.toAcknowledge, String(toAcknowledge)], button: asks }],
          } as const,
        ]),
    {
      type: 'table',
      columns: words.perCustomer,
      rows: [
        ...(counts.length > 1 ? [row(words.total, sum(counts), {})] : []),
        ...shown.map((one) =>
          row(orgName(reading.directory, one.customer ?? '', reading.language), one, {
            ...(one.customer === undefined ? {} : { customer: one.customer }),
          }),
        ),
      ],
    },
    ...(rest > 0 ? [{ type: 'note', text: words.rest(rest) } as const] : []),
  ]
}

/** Whether somebody's page begins with how all of theirs stands: the customer's people, and who leads for the supplier. */
const leads = ({ side, roles }: Person): boolean =>
  side === 'customer' || roles.some((role) => managing.includes(role))

/** How everything stands that a person looks after, in figures, each of which leads to all it counts. */
export const overviewBlocks = (
  person: Person,
  counts: readonly Overview[],
  reading: Reading,
): readonly Block[] => {
  if (!leads(person)) return []
  return person.side === 'customer' ? ofCustomer(person, sum(counts), reading) : ofSupplier(counts, reading)
}
