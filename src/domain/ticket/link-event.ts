import type { Priority } from '../agreement/matrix.ts'
import type { Instant } from '../calendar/calendar.ts'
import type { Pause } from '../sla/pauses.ts'

/**
 * The ticket whose report said this too. It was reported then, so its promises count from there, with the waits that the
 * report had earned until it was split.
 */
export type SplitFrom = {
  readonly ticket: string
  readonly acceptedAt: Instant
  readonly pauses: readonly Pause[]
  /** Since when a response is owed, where that is later: the report had its own, which was said to both troubles. */
  readonly responseFrom?: Instant
}

/** What ends a ticket without a solution, and what ties it to another one. */
export type LinkBody =
  | {
      readonly type: 'ticket.cancelled'
      readonly how: 'withdrawn' | 'duplicate' | 'out_of_scope'
      readonly reason: string
      readonly master?: string
      /** The supplier's person who proposed the merge that the customer agreed to by this. */
      readonly proposedBy?: string
    }
  | { readonly type: 'ticket.contested'; readonly reason: string }
  | {
      readonly type: 'ticket.duplicate_linked'
      readonly duplicate: string
      readonly reporter: string
      /** How pressing it was. */
      readonly priority?: Priority
      /** Where it is the older one: since when it counts, its waits, and whether its response was given. */
      readonly acceptedAt?: Instant
      readonly responded?: true
      readonly pauses?: readonly { readonly from: Instant; readonly to: Instant }[]
    }
  | {
      readonly type: 'ticket.duplicate_unlinked'
      readonly duplicate: string
      readonly reporter: string
      /** Why it is another trouble. */
      readonly reason?: string
    }
  /** The supplier takes it for the same trouble as `master`; `of` are asked whether it is. */
  | {
      readonly type: 'ticket.merge_proposed'
      readonly master: string
      readonly reason: string
      readonly of: readonly string[]
    }
  /** Nobody who was asked whether it is the same can say so any more: `of` are asked instead. */
  | { readonly type: 'ticket.merge_reminded'; readonly of: readonly string[] }
  | { readonly type: 'ticket.merge_declined'; readonly reason: string }
  /** Another trouble that was in the same report is a ticket of its own. */
  | { readonly type: 'ticket.split_off'; readonly into: string }
