import type { Stamp } from '../item/item.ts'
import type { Language } from './directory.ts'
import type { Entry } from './wish.ts'

/** What happened to the directory. Agreements are set, version by version, and never removed. */
export type DirectoryFact =
  | { readonly type: 'directory.set'; readonly entry: Entry }
  | {
      readonly type: 'directory.removed'
      readonly kind: Exclude<Entry['kind'], 'agreement'>
      readonly id: string
    }
  | { readonly type: 'directory.preferred'; readonly person: string; readonly language: Language }

export type DirectoryEvent = DirectoryFact & Stamp

/** An expected no of the directory. */
export type DirectoryRefusal =
  /** Versions already agreed read differently now; `agreements` are `<id>@<version>`. A change needs a new version (RS.3). */
  | { readonly code: 'agreement_changed_without_version'; readonly agreements: readonly string[] }
  | { readonly code: 'unknown_person'; readonly id: string }
  /** The organisation is the operator's to apply, and a person's language that person's own to choose. */
  | { readonly code: 'not_permitted' }
