import type { Card } from '../chat/card.ts'
import type { Place } from '../chat/inbound.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { AnyEvent, Index } from '../domain/item/reading.ts'
import type { Claims } from '../domain/people/claims.ts'
import type { Language } from '../domain/people/sides.ts'
import type { MessageRef } from '../domain/ticket/event.ts'

/** Where a notice goes: one person (their accounts in order), or a room: a new message there or the item's thread in it. */
export type Destination =
  | { readonly kind: 'person'; readonly person: string; readonly thread: boolean }
  | { readonly kind: 'room'; readonly room: string; readonly thread: boolean }
  /** The thread the customer reported in. */
  | { readonly kind: 'report_thread' }
  /** Where a message was said: the answer to it stands there. */
  | { readonly kind: 'place'; readonly place: Place }

/**
 * One notice owed, immutable evidence of what was said to whom (M2.3). `key` makes it owed once for ever.
 * It is withdrawn at sending time when `guard` no longer holds on the item, and superseded when a later row of the same
 * `collapse` group stands in the outbox.
 */
export type Notice = {
  readonly key: string
  readonly to: Destination
  /** In whose directory the addressee is known, of a notice that is about no item. */
  readonly supplier?: string
  /** The roles this person is told for, and what is tried when they cannot be reached. */
  readonly role: string
  readonly side: 'supplier' | 'customer'
  /** The event that caused it, e.g. `ticket.breached`. */
  readonly about: string
  readonly card: Card
  /**
   * What stands below its item's own card instead: a line of news, or what there is to do in short. A notice to a person that
   * has one becomes their own card of the item where they have none yet.
   */
  readonly brief?: Card
  readonly language: Language
  readonly zone: string
  /** 1 first: alarms and P1 before chatter. */
  readonly lane: 1 | 2 | 3 | 4
  readonly guard?: string
  readonly collapse?: string
  /**
   * Of a notice to a person, one of many that come of time going by. `now` and `soon`: told together with what is owed to the same
   * person at that moment, `soon` at most once a minute where their card shows it meanwhile. `shown`: their card shows it, where
   * they have one. Absent: told by itself.
   */
  readonly rings?: 'now' | 'soon' | 'shown'
  /** It waits until then, and holds up nothing else; what says more supersedes it meanwhile. */
  readonly notBefore?: Instant
  /** Only good to know: what of it is due at once for one person is told in one message. */
  readonly digest?: true
  /** It says again what was said before: below the card it needs no buttons. */
  readonly repeats?: true
  /** Posted as the item's living card: re-rendered in place as the item moves. */
  readonly living?: 'customer' | 'supplier'
  /** Of an answer: whose it is, and the item it offers acts on as that stood then. It loses them as a notice of the item does. */
  readonly shows?: { readonly person: string; readonly item: string; readonly seq: number }
  /** Ordered on the item once it was really delivered, e.g. the pause of an ask. */
  readonly onDelivered?: { readonly command: string; readonly askedAt: Instant }
}

/** A message of a person that belongs to an item: makes threads, edits and deletions find their item. */
export type MessageLink = {
  readonly message: MessageRef
  readonly side: 'supplier' | 'customer'
  readonly root: boolean
}

/** One item's step, to be committed whole or not at all: events, snapshot, projection, wake-up, notices. */
export type Change = {
  readonly item: string
  readonly kind: string
  /** The seq the decision was made on; 0 for a new item. */
  readonly expected: number
  /** `Loaded.head` at that seq; without it the commit reads it first, one round trip more. */
  readonly expectedHead?: string
  readonly events: readonly AnyEvent[]
  readonly state: unknown
  /** The snapshot before it stays as it is: what happened since then is folded in where it is read. */
  readonly keepsSnapshot?: true
  readonly version: number
  readonly index: Index
  readonly nextDue?: Instant
  readonly notices: readonly Notice[]
  readonly messages: readonly MessageLink[]
  /** Of a directory: by what it is found from now on. */
  readonly claims?: Claims
}
