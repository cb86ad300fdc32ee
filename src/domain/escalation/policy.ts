import type { Priority } from '../agreement/matrix.ts'
import type { Duration } from '../calendar/calendar.ts'
import type { CustomerRole, SupplierRole } from '../people/sides.ts'

/** The two promises a clock is kept for. Arrival on site joins them with visits. */
export type TargetName = 'response' | 'resolution'

/** Whom a rung tells: a role of one side; `assignee` and `duty` are found on the ticket and the roster. */
export type Recipient =
  | { readonly side: 'supplier'; readonly role: SupplierRole | 'assignee' | 'duty' }
  | { readonly side: 'customer'; readonly role: CustomerRole }

/** When a rung is reached, on the ticket's own clock: a share of the target, or a time since the start by priority. */
export type Reach =
  | { readonly share: number }
  | { readonly after: { readonly [priority in Priority]?: Duration } }

/**
 * One rung of the ladder (RS.6a–c). It takes effect at most once per (ticket, target epoch, rung, recipient), at the
 * earliest of its `reach`, and only while its target is still unmet.
 */
export type Rung = {
  readonly id: string
  readonly mechanism: 'prewarning' | 'alarm' | 'functional' | 'hierarchical'
  readonly target: TargetName
  readonly reach: readonly Reach[]
  readonly to: readonly Recipient[]
  /** Functional: where the work goes: the next person on duty of the same tier, or the first of a higher one. */
  readonly handTo?: 'next' | 2 | 3
  /** Hierarchical: each recipient is asked to acknowledge, again and again at this interval of wall time, until they do. */
  readonly askAgainEvery?: { readonly [priority in Priority]: Duration }
}

/** A versioned ladder, data that both parties agreed (RS.3). Rungs are listed from the lowest to the highest. */
export type Policy = { readonly id: string; readonly rungs: readonly Rung[] }

/** A rung reached with the report itself: people who are told at once, as agreed. */
export const isAtOnce = ({ reach }: Pick<Rung, 'reach'>): boolean =>
  reach.some((one) => 'after' in one && Object.values(one.after).some((after) => after === 0))
