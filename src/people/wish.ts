import type { Agreement } from '../agreement/agreement.ts'
import type { Customer, Language, Person, Room, Roster, Supplier } from './directory.ts'

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
  /** The whole organisation as it shall be: what differs is set, what is absent is removed (agreements stay for ever). */
  | { readonly do: 'directory.apply'; readonly entries: readonly Entry[] }
  | { readonly do: 'directory.prefer'; readonly person: string; readonly language: Language }
