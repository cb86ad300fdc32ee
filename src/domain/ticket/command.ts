import type { Priority } from '../agreement/matrix.ts'
import type { Work } from '../agreement/work.ts'
import type { Instant } from '../calendar/calendar.ts'
import type { Stamp } from '../item/item.ts'
import type { Elsewhere } from './elsewhere.ts'
import type { AskKind, FileRef, InternalText, Judgement, MessageRef, RoomRef } from './event.ts'
import type { SplitFrom } from './link-event.ts'
import type { Carried } from './merged.ts'

/**
 * What a person, or the bot when a moment is due, orders of a ticket. Imperative; `decide` turns it into events or a
 * refusal. Repeating what already holds is a success with no event.
 */
export type TicketWish =
  | {
      readonly do: 'ticket.report'
      readonly id: string
      readonly supplier: string
      readonly customer: string
      readonly reporter: string
      readonly text: string
      readonly source: 'chat' | 'phone' | 'fax' | 'mail' | 'other'
      readonly reportedAt: Instant
      readonly work?: Work
      readonly category: Judgement
      readonly impact: Judgement
      readonly urgency: Judgement
      readonly message?: MessageRef
      readonly files?: readonly FileRef[]
      readonly place?: RoomRef
      readonly follows?: string
      /** The ticket whose thread it was said in, which it is not about. */
      readonly apartFrom?: string
      readonly splitFrom?: SplitFrom
    }
  /** Claim: the sender becomes the owner. It is the first human action that meets the response target. */
  | { readonly do: 'ticket.claim' }
  | { readonly do: 'ticket.reassign'; readonly to: string; readonly reason: InternalText }
  | { readonly do: 'ticket.classify'; readonly category: string }
  /** The customer states urgency, the engineer corrects impact (or urgency); a lower priority is only proposed. */
  | {
      readonly do: 'ticket.assess'
      readonly impact?: string
      readonly urgency?: string
      readonly reason: string
    }
  | { readonly do: 'ticket.override'; readonly priority: Priority; readonly reason: string }
  /** What sort of work it is, with the priorities and promises of that sort; weaker ones the supplier only proposes. */
  | { readonly do: 'ticket.change_work'; readonly work: Work; readonly reason: string }
  | { readonly do: 'ticket.agree_downgrade' }
  | { readonly do: 'ticket.decline_downgrade'; readonly reason: string }
  | ({ readonly do: 'ticket.note'; readonly text: InternalText } & SaidIn)
  | { readonly do: 'ticket.update'; readonly text: string }
  /** A follow-up message of either side in the customer's thread. A customer's one also answers an open request. */
  | ({
      readonly do: 'ticket.add_message'
      readonly text: string
    } & SaidIn &
      Elsewhere)
  | {
      readonly do: 'ticket.edit_message'
      readonly text: string
      readonly message: MessageRef
      readonly internal: boolean
    }
  | { readonly do: 'ticket.delete_message'; readonly message: MessageRef; readonly internal: boolean }
  | { readonly do: 'ticket.ask'; readonly ask: AskKind; readonly text: string; readonly of: string }
  /** Ordered by delivery once the request stands in front of the customer: only now the clock pauses. */
  | { readonly do: 'ticket.record_ask_delivered'; readonly askedAt: Instant; readonly deliveredAt: Instant }
  | ({
      readonly do: 'ticket.answer'
      readonly text: string
      readonly verdict?: 'approved' | 'refused'
    } & SaidIn)
  | {
      readonly do: 'ticket.resolve'
      readonly description: string
      readonly workaround: boolean
      readonly breachReason?: string
    }
  | { readonly do: 'ticket.confirm_solution' }
  | { readonly do: 'ticket.reject_solution'; readonly reason: string }
  | { readonly do: 'ticket.close' }
  | { readonly do: 'ticket.reopen'; readonly reason: string }
  | { readonly do: 'ticket.cancel'; readonly reason: string }
  | { readonly do: 'ticket.mark_duplicate'; readonly master: string; readonly reason: string }
  /** The customer agrees that it is the same; `master`: what the one proposed was merged into itself by now, else that one. */
  | { readonly do: 'ticket.agree_merge'; readonly master: string }
  | { readonly do: 'ticket.decline_merge'; readonly reason: string }
  | { readonly do: 'ticket.mark_out_of_scope'; readonly reason: string }
  /** The customer objects: to the pause of the clock, or, of a report found invalid, to that decision. */
  | { readonly do: 'ticket.contest'; readonly reason: string }
  /** What marking a duplicate brings about in the ticket it is merged into. */
  | {
      readonly do: 'ticket.link_duplicate'
      readonly duplicate: string
      readonly reporter: string
      readonly carried?: Carried
    }
  /** What contesting a merge brings about in the ticket it was merged into. */
  | { readonly do: 'ticket.unlink_duplicate'; readonly duplicate: string; readonly reason?: string }
  /** What reporting another trouble of the same report by itself brings about in that report's ticket. */
  | { readonly do: 'ticket.split'; readonly into: string; readonly part: SplitFrom }
  | { readonly do: 'ticket.escalate'; readonly reason: string }
  | { readonly do: 'ticket.acknowledge_escalation' }
  | { readonly do: 'ticket.rate'; readonly score: 1 | 2 | 3 | 4 | 5; readonly comment?: string }
  /** The bot's own: every rung, reminder and nudge that is due at `at`, decided in one go. */
  | { readonly do: 'ticket.wake' }

/** What is said in a message of the chat, with the files that came with it. */
type SaidIn = { readonly message?: MessageRef; readonly files?: readonly FileRef[] }

export type TicketCommand = TicketWish & Stamp
