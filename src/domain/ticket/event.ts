import type { Priority } from '../agreement/matrix.ts'
import type { Work } from '../agreement/work.ts'
import type { Duration, Instant } from '../calendar/calendar.ts'
import type { Stamp } from '../item/item.ts'
import type { BotBody } from './bot-event.ts'
import type { Elsewhere } from './elsewhere.ts'
import type { LinkBody, SplitFrom } from './link-event.ts'
import type { RungRecipients } from './rung-fired.ts'

/** Words for the supplier's eyes only. It is not a string, so no function that speaks to a customer accepts it. */
export type InternalText = { readonly internal: string }

/** Where a message stands, in the platform's own ids. `thread` is the root message of its thread, when in one. */
export type MessageRef = {
  readonly platform: 'web' | 'slack' | 'teams'
  readonly team: string
  readonly conversation: string
  readonly message: string
  readonly thread?: string
}

/**
 * A file that came with a message, kept by reference: it stays where it was put, and the platform decides who may open it.
 * `link` is absent where it points to a place that is not the platform's own.
 */
export type FileRef = {
  readonly id: string
  readonly name: string
  readonly type?: string
  /** Bytes. */
  readonly size?: number
  readonly link?: string
}

/** A conversation, in the platform's own ids. */
export type RoomRef = Pick<MessageRef, 'platform' | 'team' | 'conversation'>

/** A value somebody or the word rules put on a ticket, with the reason shown beside it. `suggested` until a human says so. */
export type Judgement = { readonly value: string; readonly reason: string; readonly suggested: boolean }

export type AskKind = 'information' | 'approval' | 'access'

/** Another priority: what it follows from, and why. `work` is the sort of work it is from then on, where that changes. */
type Reprioritised = {
  readonly impact: Judgement
  readonly urgency: Judgement
  readonly priority: Priority
  readonly basis: 'matrix' | 'override'
  readonly work?: Work
  readonly reason: string
}

type Body =
  | BotBody
  | LinkBody
  | {
      readonly type: 'ticket.reported'
      readonly id: string
      readonly supplier: string
      readonly customer: string
      readonly agreement: { readonly id: string; readonly version: number }
      readonly reporter: string
      readonly title: string
      readonly text: string
      readonly source: 'chat' | 'phone' | 'fax' | 'mail' | 'other'
      /** When the customer said it; the clock starts at `at`, when it was accepted (clock-v1). */
      readonly reportedAt: Instant
      /** What sort of work its words were taken for; an incident where nothing is said. */
      readonly work?: Work
      readonly category: Judgement
      readonly impact: Judgement
      readonly urgency: Judgement
      readonly priority: Priority
      /** The customer's message that reported it, absent when staff logged it. Its thread is the customer's thread. */
      readonly message?: MessageRef
      readonly files?: readonly FileRef[]
      /** Where it was reported without a message: the receipt stands there by itself, and its thread is the customer's. */
      readonly place?: RoomRef
      /** The closed ticket this one continues, when its reopen window had passed. */
      readonly follows?: string
      readonly apartFrom?: string
      /** The ticket whose report said this too. */
      readonly splitFrom?: SplitFrom
    }
  | { readonly type: 'ticket.dispatched'; readonly tier: 1 | 2 | 3; readonly to?: string }
  | { readonly type: 'ticket.acknowledged' }
  | {
      readonly type: 'ticket.reassigned'
      readonly from?: string
      readonly to: string
      readonly reason: InternalText
    }
  | { readonly type: 'ticket.classified'; readonly category: string; readonly was: string }
  | ({
      readonly type: 'ticket.prioritised'
      readonly was: Priority
      /** The customer's person who agreed, when the change is a downgrade the supplier proposed. */
      readonly agreedBy?: string
    } & Reprioritised)
  | ({ readonly type: 'ticket.downgrade_proposed'; readonly of?: readonly string[] } & Reprioritised)
  | { readonly type: 'ticket.downgrade_declined'; readonly reason: string }
  | {
      readonly type: 'ticket.note_added'
      readonly text: InternalText
      readonly message?: MessageRef
      readonly files?: readonly FileRef[]
    }
  | { readonly type: 'ticket.progress_reported'; readonly text: string }
  /** Without a message when it was said in words that stand nowhere, as a command. */
  | ({
      readonly type: 'ticket.message_added'
      readonly text: string
      readonly message?: MessageRef
      readonly files?: readonly FileRef[]
    } & Elsewhere)
  | {
      readonly type: 'ticket.message_edited'
      readonly text: string
      readonly message: MessageRef
      readonly internal: boolean
    }
  | { readonly type: 'ticket.message_deleted'; readonly message: MessageRef; readonly internal: boolean }
  | {
      readonly type: 'ticket.customer_asked'
      readonly ask: AskKind
      readonly text: string
      readonly of: string
    }
  | { readonly type: 'ticket.ask_delivered'; readonly deliveredAt: Instant }
  | {
      readonly type: 'ticket.customer_answered'
      readonly text: string
      readonly verdict?: 'approved' | 'refused'
      readonly message?: MessageRef
      readonly files?: readonly FileRef[]
    }
  | {
      readonly type: 'ticket.pause_contested'
      readonly reason: string
      /** The pause struck by it: that time counts as running. Both readings are kept and shown. */
      readonly from: Instant
      readonly struck: Duration
    }
  | {
      readonly type: 'ticket.resolved'
      readonly description: string
      readonly workaround: boolean
      /** Why a target was missed, required from the moment it was (std-v1, 100 %). */
      readonly breachReason?: string
    }
  | { readonly type: 'ticket.solution_confirmed' }
  | {
      readonly type: 'ticket.solution_rejected'
      readonly reason: string
      /** How the wait since `resolved` counts, and the business elapsed time under both readings (clock-v1). */
      readonly waitCounts: 'running' | 'paused'
      readonly elapsedIfRunning: Duration
      readonly elapsedIfPaused: Duration
    }
  | { readonly type: 'ticket.closed' }
  | { readonly type: 'ticket.reopened'; readonly reason: string }
  | { readonly type: 'ticket.escalation_acknowledged' }
  | ({
      readonly type: 'ticket.escalated_by_hand'
      readonly side: 'supplier' | 'customer'
      readonly reason: string
    } & RungRecipients)
  | { readonly type: 'ticket.rated'; readonly score: 1 | 2 | 3 | 4 | 5; readonly comment?: string }

/** Everything that can happen to a ticket, past tense, append-only (M2.2, RS.4). */
export type TicketEvent = Body & Stamp

export type TicketEventType = TicketEvent['type']
export type TicketEventOf<Type extends TicketEventType> = Extract<TicketEvent, { readonly type: Type }>

/** The person who caused an event; the bot's and the operator's own acts carry their kind instead. */
export const actorId = ({ by }: Pick<Stamp, 'by'>): string => (by.kind === 'person' ? by.id : by.kind)
