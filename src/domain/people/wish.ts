import type { Agreement } from '../agreement/agreement.ts'
import type { Conversation, Customer, Locale, Person, Room, Roster, Supplier } from './directory.ts'
import type { Language } from './sides.ts'

/** One thing the directory holds, as the organisation file states it. Agreements are keyed by id and version. */
export type Entry =
  | { readonly kind: 'supplier'; readonly value: Supplier }
  | { readonly kind: 'customer'; readonly value: Customer }
  | { readonly kind: 'person'; readonly value: Person }
  | { readonly kind: 'room'; readonly value: Room }
  | { readonly kind: 'roster'; readonly value: Roster }
  | { readonly kind: 'agreement'; readonly value: Agreement }

/** What can be ordered of the directory. */
export type DirectoryWish =
  /** One supplier's whole organisation as it shall be: what differs is set, what is absent is removed (agreements stay for ever). */
  | { readonly do: 'directory.apply'; readonly entries: readonly Entry[] }
  | { readonly do: 'directory.prefer_language'; readonly person: string; readonly language: Language }
  /** The hours, `22:00-07:00`, in which they hear of nothing that can wait; null: there are none. */
  | { readonly do: 'directory.keep_quiet'; readonly person: string; readonly quiet: string | null }
  /** What a platform knows of a person, as the bot heard it. */
  | ({ readonly do: 'directory.observe'; readonly person: string } & Locale)
  /** The conversation shall be the room of this customer, who is asked, or of the administrator's own engineers. */
  | { readonly do: 'directory.link'; readonly place: Conversation; readonly org: string }
  /** The customer's word on the proposal that the conversation be theirs. */
  | {
      readonly do: 'directory.confirm_link' | 'directory.refuse_link'
      readonly place: Conversation
      readonly org: string
    }
  /** The conversation shall be no room any more, or no longer proposed as one. */
  | { readonly do: 'directory.unlink'; readonly place: Conversation }
  /** The platform gave the conversation another id; `taken`: there is another supplier's room already. */
  | ({ readonly do: 'directory.move_room'; readonly taken?: boolean } & Moved)

/** A conversation that has another id from now on. */
export type Moved = Pick<Conversation, 'platform' | 'team'> & { readonly from: string; readonly to: string }
