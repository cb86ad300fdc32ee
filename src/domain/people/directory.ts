import type { Agreement } from '../agreement/agreement.ts'
import type { Instant } from '../calendar/calendar.ts'
import type { CustomerRole, Language, Side, SupplierRole } from './sides.ts'

/** Where a person is known: the platform's own ids. `team` is the workspace or tenant; `local` on the web chat. */
export type Account = {
  readonly platform: 'web' | 'slack' | 'teams'
  readonly team: string
  readonly user: string
}

export type Person = {
  readonly id: string
  readonly name: string
  /** The name in Latin letters, for who reads no other. */
  readonly latin?: string
  readonly side: Side
  /** The supplier or customer organisation the person belongs to. */
  readonly org: string
  readonly roles: readonly (SupplierRole | CustomerRole)[]
  readonly language: Language
  /** IANA zone in which this person reads times. */
  readonly zone: string
  /** In order of preference: the first is tried first, the next when it fails. */
  readonly accounts: readonly Account[]
  /** The hours, `22:00-07:00` on their own clock, in which they hear of nothing that can wait. */
  readonly quiet?: string
  /** What nobody stated of this person and was taken from the organisation: what the platform knows counts before it. */
  readonly assumed?: { readonly language?: true; readonly zone?: true }
}

/** What a person chose in chat. `quiet`: null where they want no quiet hours. */
type Preferences = { readonly language?: Language; readonly quiet?: string | null }

/** What a chat platform knows of a person's language and zone. */
export type Locale = { readonly language?: Language; readonly zone?: string }

export type Supplier = {
  readonly id: string
  readonly name: string
  readonly language: Language
  readonly zone: string
}
export type Customer = {
  readonly id: string
  readonly name: string
  /** The letters before the number of each ticket, e.g. `HX` in `HX-7`. */
  readonly key: string
  readonly supplier: string
  readonly language: Language
  readonly zone: string
}

/** Where on which platform a shared conversation is. */
export type Conversation = {
  readonly platform: Account['platform']
  readonly team: string
  readonly conversation: string
}

/** A shared conversation: a customer's channel (seen by both parties) or the engineers' own (supplier only). */
export type Room = Conversation & {
  readonly id: string
  readonly name: string
  readonly side: Side
  readonly org: string
  /** Who linked it in chat, and who of the customer confirmed; absent of a room that the organisation file states. */
  readonly linked?: {
    readonly by: string
    readonly at: Instant
    readonly confirmedBy?: string
    readonly confirmedAt?: Instant
  }
}

/** Who answers, in order, for a tier of the service desk. Rotation moves the first place, hand-over in `zone`. */
export type Roster = {
  readonly id: string
  readonly supplier: string
  /** 1 is the service desk that receives reports; 2, 3 are where a functional escalation goes. */
  readonly tier: 1 | 2 | 3
  readonly members: readonly string[]
  readonly rotate: 'none' | 'daily' | 'weekly'
  /** Local date the first member's first turn begins, and the local hand-over time. */
  readonly since: string
  readonly handover: string
  readonly zone: string
  /** Somebody stands in: local date-times `YYYY-MM-DDTHH:MM`, the end is exclusive. */
  readonly standIns: readonly {
    readonly from: string
    readonly to: string
    readonly person: string
    /** Who of the members is away; absent: whoever's turn it is. */
    readonly for?: string
  }[]
}

/**
 * Everything known of one supplier, of the customers it serves and of their people: the state of its `directory` item.
 * Keys are ids.
 */
export type Directory = {
  /** Whose it is; empty while no supplier was stated. */
  readonly supplier: string
  readonly suppliers: { readonly [id: string]: Supplier }
  readonly customers: { readonly [id: string]: Customer }
  readonly people: { readonly [id: string]: Person }
  readonly rooms: { readonly [id: string]: Room }
  readonly rosters: { readonly [id: string]: Roster }
  /** Every version ever applied, keyed `<id>@<version>`: running tickets keep theirs. */
  readonly agreements: { readonly [idAtVersion: string]: Agreement }
  /** What a person chose in chat, kept apart so that applying the organisation file again never takes it back. */
  readonly preferences: { readonly [personId: string]: Preferences }
  /** What the platforms know of people, kept apart likewise. */
  readonly observed: { readonly [personId: string]: Locale }
  /** Rooms that an administrator wants to link, by id: unknown until the customer's side confirms. */
  readonly proposals: { readonly [id: string]: Room }
  /** Conversations whose id the platform changed, by `conversationKey`: the id they have now. */
  readonly moves: { readonly [conversation: string]: string }
  /** Conversations that were rooms and are no longer, by `conversationKey`: nothing more is shown there. */
  readonly closed: { readonly [conversation: string]: true }
}
