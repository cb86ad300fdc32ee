import type { Instant } from '../calendar/calendar.ts'
import type { TargetName } from '../escalation/policy.ts'
import type { Stamp } from './item.ts'

/** An event as it is stored: the domain's event, flat, plus nothing. */
export type AnyEvent = Stamp & { readonly type: string }

/** What lists and scopes need of an item without its state: projection columns, rebuildable from events. */
export type Index = {
  readonly supplier: string
  readonly customer?: string
  /** Something is still expected of it: it stands on the open lists, and the auditor sees to its next moment. */
  readonly open: boolean
  readonly status: string
  readonly priority?: string
  readonly assignee?: string
  readonly reporter?: string
  /** The next promise still to be kept, for sorting by remaining time. */
  readonly dueAt?: Instant
  /** Waits for the customer's consent, for an acknowledgement, …: what lists filter by. */
  readonly waitingFor?: readonly string[]
}

/** An event with its place in the item's log and its chain hash. */
export type Recorded = { readonly seq: number; readonly hash: string; readonly event: AnyEvent }

/** Who is reading: every read of the scoped store is limited to the reader's organisation (I9). */
export type Reader = { readonly person: string; readonly side: 'supplier' | 'customer'; readonly org: string }

/** A line of a list: projection columns plus the snapshot. */
export type Row = {
  readonly id: string
  readonly kind: string
  readonly seq: number
  readonly index: Index
  readonly state: unknown
}

/** The lists a flow can ask for. Each is limited to 50 rows, soonest due first where that has a meaning. */
type List =
  /** Customer: what this person reported, open items first; supplier: the open items this person owns. */
  | { readonly list: 'mine' }
  /** All open items the reader may see. */
  | { readonly list: 'open' }
  /** Open items nobody owns. */
  | { readonly list: 'unclaimed' }
  /** Open items whose due moment lies before the given one (the breached too), or whose escalation waits for acknowledgement. */
  | { readonly list: 'at_risk'; readonly before: Instant }
  /** Items whose `waitingFor` holds the given word: `consent`, `confirmation`, `answer`, `acknowledgement`. */
  | { readonly list: 'waiting'; readonly for: string }
  /** Customer: of what this person reported, what has ended and still waits for the given word (`rating`), the newest first. */
  | { readonly list: 'mine_waiting'; readonly for: string }
  /** Ended, as by a merge into another, while it waited for the customer's answer: the newest first. */
  | { readonly list: 'ended_asked' }

/** A list of the items of one kind, or, where none is named, of all kinds there are. */
export type Query = List & { readonly kind?: string }

/** The delivery evidence of one notice (M2.3): owed, sent where and when, or why not. */
export type Told = {
  readonly about: string
  readonly seq: number
  readonly person?: string
  readonly room?: string
  /** Told in the thread of their report. */
  readonly inThread?: true
  readonly role: string
  readonly side: 'supplier' | 'customer'
  readonly owedAt: Instant
  /** The rung of the ladder it came of. */
  readonly rung?: { readonly rung: string; readonly target: TargetName }
  readonly status: 'owed' | 'sent' | 'failed' | 'withdrawn' | 'superseded'
  /** Of what was sent: by a card that shows it and rings for nobody, in one message with others, in the digest; else by itself. */
  readonly way?: 'card' | 'list' | 'digest'
  /** Its person has read what stands there, where the chat can tell. */
  readonly seen?: true
  /** Of what is owed: it is collected until then. */
  readonly notBefore?: Instant
  readonly settledAt?: Instant
  readonly platform?: string
  readonly why?: string
}
