import type { Stamp } from '../item/item.ts'
import type { Held } from './claims.ts'
import type { Directory, Locale, Room } from './directory.ts'
import type { Language } from './sides.ts'
import type { Entry, Moved } from './wish.ts'

/** What happened to a directory. Agreements are set, version by version, and never removed. */
export type DirectoryFact =
  | { readonly type: 'directory.set'; readonly entry: Entry }
  | {
      readonly type: 'directory.removed'
      readonly kind: Exclude<Entry['kind'], 'agreement'>
      readonly id: string
    }
  | { readonly type: 'directory.preferred'; readonly person: string; readonly language: Language }
  | { readonly type: 'directory.quiet_kept'; readonly person: string; readonly quiet: string | null }
  | ({ readonly type: 'directory.observed'; readonly person: string } & Locale)
  /** An administrator proposed the room; it is unknown until the customer's side confirms. */
  | { readonly type: 'directory.link_proposed'; readonly room: Room }
  | { readonly type: 'directory.link_refused'; readonly room: string }
  /** Confirmed by the customer, or the supplier's own: from now on it is a room. */
  | { readonly type: 'directory.linked'; readonly room: Room }
  | { readonly type: 'directory.unlinked'; readonly room: string }
  | ({ readonly type: 'directory.room_moved' } & Moved)
  /** The item begins with what an earlier item, up to its seq, said of this supplier. */
  | {
      readonly type: 'directory.carried'
      readonly from: string
      readonly seq: number
      readonly state: Directory
    }

export type DirectoryEvent = DirectoryFact & Stamp

/** A calendar of an agreement that still holds, and the date, `YYYY-MM-DD`, on which it opened for the last time. */
export type ClosedCalendar = { readonly agreement: string; readonly calendar: string; readonly last: string }

/** An expected no of the directory. */
export type DirectoryRefusal =
  /** Versions already agreed read differently now; `agreements` are `<id>@<version>`. A change needs a new version (RS.3). */
  | { readonly code: 'agreement_changed_without_version'; readonly agreements: readonly string[] }
  /** Agreements that still hold promise on calendars that will not open again: nothing would ever come due. */
  | { readonly code: 'calendar_closed_for_good'; readonly closed: readonly ClosedCalendar[] }
  /** Another supplier has them already: only one may. */
  | { readonly code: 'held_by_others'; readonly held: readonly Held[] }
  | { readonly code: 'unknown_person'; readonly id: string }
  /** Of no form and no words: a command made by hand, or by a version that is gone. */
  | { readonly code: 'malformed'; readonly field: string }
  /** The organisation is the operator's to apply, and a person's language that person's own to choose. */
  | { readonly code: 'not_permitted' }
  | LinkRefusal

/** An expected no when a conversation is linked, confirmed or unlinked. `org` is the one it is about. */
export type LinkRefusal =
  | { readonly code: 'link_administrators_only' }
  /** Not a customer of the administrator's supplier. */
  | { readonly code: 'link_no_customer' }
  /** Nobody of the customer could confirm it there. */
  | { readonly code: 'link_no_contact'; readonly org: string }
  | { readonly code: 'link_exists'; readonly org: string }
  /** Another supplier's proposal waits there, or another supplier's room is there. */
  | { readonly code: 'link_of_others' }
  | { readonly code: 'link_contacts_only'; readonly org: string }
  /** Nothing is proposed there, or something else by now. */
  | { readonly code: 'link_not_proposed' }
  | { readonly code: 'link_missing' }
  /** The organisation file states the room: the operator takes it out there. */
  | { readonly code: 'link_stated'; readonly org: string }
