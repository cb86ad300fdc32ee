import type { Instant } from '../calendar/calendar.ts'
import type { Status, Ticket } from './ticket.ts'

/** An expected no, as data: the text layer says it in one sentence with the next step, in the person's language. */
export type TicketRefusal =
  | { readonly code: 'not_found' }
  | {
      readonly code: 'not_permitted'
      readonly who: 'supplier' | 'customer' | 'contact' | 'approver' | 'person_in_charge' | 'lead'
      /** Some of those who can, where there are any. */
      readonly people?: readonly string[]
    }
  | { readonly code: 'already_acknowledged'; readonly by: string; readonly at: Instant }
  /** `how`: how one that was cancelled ended. */
  | {
      readonly code: 'wrong_status'
      readonly status: Status
      readonly how?: NonNullable<Ticket['cancelled']>['how']
    }
  | { readonly code: 'merged'; readonly master: string }
  | { readonly code: 'no_agreement' }
  | { readonly code: 'agreement_not_valid'; readonly from: string; readonly to: string }
  | { readonly code: 'unknown_person'; readonly id: string }
  | { readonly code: 'unknown_level'; readonly value: string }
  | { readonly code: 'unknown_category'; readonly value: string }
  /** Of no form and no words: a command made by hand, or by a version that is gone. */
  | { readonly code: 'malformed'; readonly field: string }
  | { readonly code: 'text_missing' }
  | { readonly code: 'text_too_long'; readonly length: number; readonly most: number }
  | { readonly code: 'reason_missing' }
  | { readonly code: 'breach_reason_missing' }
  | { readonly code: 'nothing_asked' }
  | { readonly code: 'already_asked'; readonly by: string; readonly at: Instant }
  | { readonly code: 'not_paused' }
  | { readonly code: 'no_downgrade' }
  | { readonly code: 'no_merge' }
  | { readonly code: 'lower_than_merged'; readonly ticket: string }
  | { readonly code: 'awaiting_customer_consent' }
  | { readonly code: 'reopen_window_passed'; readonly closedAt: Instant }
  | { readonly code: 'not_contestable' }
  | { readonly code: 'decided_again_by_lead_only' }
  | { readonly code: 'duplicate_of_itself' }
  | { readonly code: 'master_not_open'; readonly master: string }
  | { readonly code: 'nothing_to_acknowledge' }
  /** The same was escalated by the same person, and `to`, or others, have yet to acknowledge it. */
  | { readonly code: 'already_escalated'; readonly to: readonly string[]; readonly at: Instant }
  | { readonly code: 'not_rateable' }
