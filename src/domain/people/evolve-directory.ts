import { conversationKey, roomIn } from './conversation.ts'
import type { Directory, Room } from './directory.ts'
import type { DirectoryFact } from './directory-event.ts'
import { evolveMove } from './evolve-move.ts'
import type { Entry } from './wish.ts'

/** A directory that knows nobody. */
export const emptyDirectory: Directory = {
  supplier: '',
  suppliers: {},
  customers: {},
  people: {},
  rooms: {},
  rosters: {},
  agreements: {},
  preferences: {},
  observed: {},
  proposals: {},
  moves: {},
  closed: {},
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

const without = <Kept>(kept: { readonly [key: string]: Kept }, key: string) => {
  const { [key]: _, ...rest } = kept
  return rest
}

/** The room is none any more, unless its conversation is one under another id: nothing more is shown there. */
const shut = (directory: Directory, id: string): Directory => {
  const room = Object.hasOwn(directory.rooms, id) ? directory.rooms[id] : undefined
  const rooms = without(directory.rooms, id)
  return room === undefined || roomIn(rooms, room) !== undefined
    ? { ...directory, rooms }
    : { ...directory, rooms, closed: { ...directory.closed, [conversationKey(room)]: true } }
}

/** The conversation is a room from now on: what was proposed there is settled, and where the room was before it is no more. */
const opened = (directory: Directory, room: Room): Directory => {
  const { closed, proposals, rooms } = shut(directory, room.id)
  const proposal = roomIn(proposals, room)
  return {
    ...directory,
    rooms: { ...rooms, [room.id]: room },
    proposals: proposal === undefined ? proposals : without(proposals, proposal.id),
    closed: without(closed, conversationKey(room)),
  }
}

/** The directory after one fact. A removed person's preference stays, for the day they come back. */
export const evolveDirectory = (directory: Directory = emptyDirectory, fact: DirectoryFact): Directory => {
  switch (fact.type) {
    case 'directory.set': {
      const { entry } = fact
      const section = sections[entry.kind]
      const next = entry.kind === 'room' ? opened(directory, entry.value) : directory
      const supplier = entry.kind === 'supplier' ? entry.value.id : next.supplier
      return { ...next, supplier, [section]: { ...next[section], [keyOf(entry)]: entry.value } }
    }
    case 'directory.removed': {
      if (fact.kind === 'room') return shut(directory, fact.id)
      const section = sections[fact.kind]
      return { ...directory, [section]: without<unknown>(directory[section], fact.id) }
    }
    case 'directory.preferred': {
      const { preferences } = directory
      const chosen = { ...preferences[fact.person], language: fact.language }
      return { ...directory, preferences: { ...preferences, [fact.person]: chosen } }
    }
    case 'directory.quiet_kept': {
      const { preferences } = directory
      const chosen = { ...preferences[fact.person], quiet: fact.quiet }
      return { ...directory, preferences: { ...preferences, [fact.person]: chosen } }
    }
    case 'directory.observed': {
      const { observed } = directory
      const { person, language, zone } = fact
      const locale = {
        ...observed[person],
        ...(language === undefined ? {} : { language }),
        ...(zone === undefined ? {} : { zone }),
      }
      return { ...directory, observed: { ...observed, [person]: locale } }
    }
    case 'directory.link_proposed':
      return { ...directory, proposals: { ...directory.proposals, [fact.room.id]: fact.room } }
    case 'directory.link_refused':
      return { ...directory, proposals: without(directory.proposals, fact.room) }
    case 'directory.linked':
      return opened(directory, fact.room)
    case 'directory.unlinked':
      return shut({ ...directory, proposals: without(directory.proposals, fact.room) }, fact.room)
    case 'directory.room_moved':
      return evolveMove(directory, fact)
    case 'directory.carried':
      return { ...emptyDirectory, ...fact.state }
  }
}
