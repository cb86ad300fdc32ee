import type { Priority } from '../agreement/matrix.ts'
import type { Work } from '../agreement/work.ts'
import type { Instant } from '../calendar/calendar.ts'
import { hour } from '../calendar/units.ts'
import type { Directory, Person } from '../people/directory.ts'
import type { Cursor, Group, ListQuery, Sort } from './list-query.ts'
import { asksEnded, groupsOf, sortOf } from './list-query.ts'
import { stretchOf } from './period.ts'

/** From the first instant, to before the other; an absent end is open. */
type Bounds = { readonly from?: Instant; readonly to?: Instant }

/** A query as it is asked at one moment by one person: every word of it as an id or an instant. */
export type AskedList = {
  readonly groups: readonly Group[]
  readonly priorities: readonly Priority[]
  readonly owner?: string
  readonly reporter?: string
  readonly customer?: string
  readonly category?: string
  readonly work?: Work
  readonly missed?: boolean
  readonly reported: Bounds
  readonly ended: Bounds
  readonly text?: string
  readonly sort: Sort
  readonly cursor?: Cursor
  readonly now: Instant
  /** What is due by then is at risk. */
  readonly soon: Instant
  /** So many rows at most. */
  readonly size: number
}

/** So long before a promise runs out its ticket is at risk. */
export const atRiskWithin = hour

const sideOf = ({ people }: Pick<Directory, 'people'>, id: string): Person['side'] | undefined =>
  Object.hasOwn(people, id) ? people[id]?.side : undefined

const both = (one: Bounds, other: Bounds): Bounds => {
  const froms = [one.from, other.from].filter((at) => at !== undefined)
  const tos = [one.to, other.to].filter((at) => at !== undefined)
  return {
    ...(froms.length === 0 ? {} : { from: Math.max(...froms) }),
    ...(tos.length === 0 ? {} : { to: Math.min(...tos) }),
  }
}

/** Asks a query for somebody at this moment, in their zone. */
export const askedList = (
  query: ListQuery,
  who: {
    readonly person: Person
    readonly directory: Pick<Directory, 'people'>
    readonly zone: string
    readonly now: Instant
  },
  size: number,
): AskedList => {
  const { person, directory, zone, now } = who
  const { priorities, customer, category, work, promises, period, older, newer, text, cursor } = query
  const whose = query.person === 'me' ? person.id : query.person
  const isStaff = whose !== undefined && (sideOf(directory, whose) ?? person.side) === 'supplier'
  const stretch: Bounds = period === undefined ? {} : stretchOf(period, zone, now)
  const age: Bounds = {
    ...(older === undefined ? {} : { to: now - older }),
    ...(newer === undefined ? {} : { from: now - newer }),
  }
  return {
    groups: groupsOf(query),
    priorities,
    ...(whose === undefined ? {} : isStaff ? { owner: whose } : { reporter: whose }),
    ...(customer === undefined ? {} : { customer }),
    ...(category === undefined ? {} : { category }),
    ...(work === undefined ? {} : { work }),
    ...(promises === undefined ? {} : { missed: promises === 'missed' }),
    reported: asksEnded(query) ? age : both(stretch, age),
    ended: asksEnded(query) ? stretch : {},
    ...(text === undefined ? {} : { text }),
    sort: sortOf(query),
    ...(cursor === undefined ? {} : { cursor }),
    now,
    soon: now + atRiskWithin,
    size,
  }
}
