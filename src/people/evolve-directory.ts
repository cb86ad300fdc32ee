import type { Directory } from './directory.ts'
import type { DirectoryFact } from './directory-event.ts'
import type { Entry } from './wish.ts'

/** A directory that knows nobody. */
export const emptyDirectory: Directory = {
  suppliers: {},
  customers: {},
  people: {},
  rooms: {},
  rosters: {},
  agreements: {},
  preferences: {},
}

/** The part of the directory that holds a kind of entry. */
export const sections = {
  supplier: 'suppliers',
  customer: 'customers',
  person: 'people',
  room: 'rooms',
  roster: 'rosters',
  agreement: 'agreements',
} as const satisfies { readonly [kind in Entry['kind']]: keyof Directory }

/** The key of an entry in its part: its id, and for an agreement the version with it. */
export const keyOf = (entry: Entry): string =>
  entry.kind === 'agreement' ? `${entry.value.id}@${entry.value.version}` : entry.value.id

/** The directory after one fact. A removed person's preference stays, for the day they come back. */
export const evolveDirectory = (directory: Directory = emptyDirectory, fact: DirectoryFact): Directory => {
  switch (fact.type) {
    case 'directory.set': {
      const section = sections[fact.entry.kind]
      return { ...directory, [section]: { ...directory[section], [keyOf(fact.entry)]: fact.entry.value } }
    }
    case 'directory.removed': {
      const section = sections[fact.kind]
      const { [fact.id]: _, ...rest } = directory[section]
      return { ...directory, [section]: rest }
    }
    case 'directory.preferred':
      return {
        ...directory,
        preferences: { ...directory.preferences, [fact.person]: { language: fact.language } },
      }
  }
}
