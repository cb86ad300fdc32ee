import type { Instant } from '../calendar/calendar.ts'
import type { Rung, TargetName } from '../escalation/policy.ts'

/** Whom an event tells. */
export type Told = {
  readonly to: readonly string[]
  /** Those who are told as the customer's people: so they stand in the record, whoever they are of since. Absent of old events. */
  readonly customers?: readonly string[]
}

/** Whom a rung tells, and the roles nobody holds, each of which sends the rung one level up at once (hard rule 2). */
export type RungRecipients = Told & {
  readonly emptyRoles: readonly { readonly side: 'supplier' | 'customer'; readonly role: string }[]
}

/**
 * What every rung that took effect records (hard rule 5): which, for which target and epoch, when it was due, whether it
 * came late, whom it tells. `passed`: it only records, because a higher rung tells the
 * same people after an outage, or because they were told at once when the priority was higher.
 */
export type RungFired = {
  readonly rung: string
  readonly mechanism: Rung['mechanism']
  readonly target: TargetName
  readonly epoch: number
  readonly dueAt: Instant
  readonly late: boolean
  readonly passed: boolean
} & RungRecipients
