import type { Priority } from '../agreement/matrix.ts'
import type { Work } from '../agreement/work.ts'
import type { Duration, Instant } from '../calendar/calendar.ts'
import type { Period } from './period.ts'

/** How a piece of work stands, as people ask for it. */
export const groups = [
  /** Something is still expected of it. */
  'open',
  /** Open, and nobody owns it. */
  'unclaimed',
  /** Open, and nobody owns it or the reader does. */
  'queue',
  'new',
  'in_progress',
  'on_hold',
  'resolved',
  /** Open, and the customer's word is the next step: an answer, a consent, a lower priority. */
  'waiting_for_customer',
  /** Open, and nothing is asked of the customer. */
  'waiting_for_supplier',
  /** Open, and late, escalated or due within the hour. */
  'at_risk',
  /** Open, and a promise has run out. */
  'overdue',
  /** Open, and an escalation waits for acknowledgement. */
  'escalated',
  /** Open, and an escalation asks the reader to say that they saw it. */
  'to_acknowledge',
  'closed',
  'cancelled',
  /** Closed or cancelled. */
  'ended',
  'all',
] as const
export type Group = (typeof groups)[number]

export const sorts = ['due', 'priority', 'newest', 'oldest'] as const

/** By remaining time, by priority, by when it was reported (of what has ended: by when it ended). */
export type Sort = (typeof sorts)[number]

/** Where a page begins: behind or before the row that stood at this value of the order with this id. */
export type Cursor = {
  readonly side: 'after' | 'before'
  /** The row's value of the order; null: it has none, such as no running promise. */
  readonly at: Instant | string | null
  readonly id: string
}

/**
 * Which work somebody wants to see. It is asked of a reader's own scope and never widens it; a period is kept as it was
 * said, so that a shared `this month` stays one. Absent fields limit nothing.
 */
export type ListQuery = {
  /** Any of these; empty: not said, see `groupsOf`. */
  readonly groups: readonly Group[]
  /** Any of these. */
  readonly priorities: readonly Priority[]
  /** Whose it is: of the supplier's people what they own, of the customer's what they reported. `me`: the reader. */
  readonly person?: string
  readonly customer?: string
  readonly category?: string
  readonly work?: Work
  /** Whether every promise of it was kept so far. */
  readonly promises?: 'met' | 'missed'
  /** When it was reported, or, of what has ended, ended. */
  readonly period?: Period
  /** Reported longer ago than this. */
  readonly older?: Duration
  /** Reported no longer ago than this. */
  readonly newer?: Duration
  /** Words in its number, its title or its report. */
  readonly text?: string
  readonly sort?: Sort
  readonly cursor?: Cursor
}

/** Everything the reader may see. */
export const anyList: ListQuery = { groups: [], priorities: [] }

const ended: readonly Group[] = ['closed', 'cancelled', 'ended']

/** Whether it asks for nothing but what has ended: then a period is when it ended, and the latest stands on top. */
export const asksEnded = ({ groups: said }: Pick<ListQuery, 'groups'>): boolean =>
  said.length > 0 && said.every((group) => ended.includes(group))

/** The groups meant: a search and a period look at everything, anything else at what is open. */
export const groupsOf = ({ groups: said, text, period }: ListQuery): readonly Group[] => {
  if (said.length > 0) return said
  return text === undefined && period === undefined ? ['open'] : ['all']
}

/** The order meant: of what is open by remaining time, of anything else the latest first. */
export const sortOf = (query: ListQuery): Sort =>
  query.sort ?? (groupsOf(query).some((group) => group === 'all' || ended.includes(group)) ? 'newest' : 'due')

/** The first page of the same. */
export const firstPage = ({ cursor: _, ...query }: ListQuery): ListQuery => query
