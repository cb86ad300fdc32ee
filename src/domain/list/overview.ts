import type { Instant } from '../calendar/calendar.ts'
import type { Person } from '../people/directory.ts'
import { atRiskWithin } from './asked-list.ts'
import { stretchOf } from './period.ts'

/** How many there are of one customer: what is open, by how it stands, and what this month brought. */
export type Overview = {
  readonly customer?: string
  readonly open: number
  readonly waitingForCustomer: number
  readonly waitingForSupplier: number
  readonly atRisk: number
  readonly overdue: number
  /** Escalations that ask the reader to say that they saw them. */
  readonly toAcknowledge: number
  readonly unclaimed: number
  readonly reported: number
  readonly closed: number
  /** Of the closed ones: those of which no promise was missed. */
  readonly met: number
}

/** What is counted: of one reporter alone, or of all the reader may see; in which period, as of which moment. */
export type AskedOverview = {
  readonly reporter?: string
  readonly from: Instant
  readonly to: Instant
  readonly now: Instant
  readonly soon: Instant
}

/** Whom the customer's tickets concern that others reported. */
const oversees: readonly string[] = ['contact', 'it_manager', 'executive']

/** Whether somebody looks after more than their own: everybody of the supplier, the customer's contacts and managers. */
export const seesAll = ({ side, roles }: Pick<Person, 'side' | 'roles'>): boolean =>
  side === 'supplier' || roles.some((role) => oversees.includes(role))

/** This month so far, for one person in their zone: their organisation's, or, without a role, their own. */
export const askedOverview = (person: Person, zone: string, now: Instant): AskedOverview => ({
  ...(seesAll(person) ? {} : { reporter: person.id }),
  ...stretchOf('this_month', zone, now),
  now,
  soon: now + atRiskWithin,
})
