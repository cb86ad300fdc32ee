import { conversationKey } from './conversation.ts'
import type { Directory, Person, Room } from './directory.ts'
import type { DirectoryFact } from './directory-event.ts'
import { emptyDirectory, evolveDirectory } from './evolve-directory.ts'

/** Whose something was when it was stated last: also of people, customers and rooms that are gone. */
type Owners = {
  readonly customers: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<string, string>
}

const ownersIn = (facts: readonly DirectoryFact[]): Owners => {
  const customers = new Map<string, string>()
  const stated = new Map<string, Person>()
  const rooms = new Map<string, Room>()
  const stands = (room: Room): void => void rooms.set(conversationKey(room), room)
  for (const fact of facts) {
    if (fact.type === 'directory.set') {
      const { kind, value } = fact.entry
      if (kind === 'customer') customers.set(value.id, value.supplier)
      if (kind === 'person') stated.set(value.id, value)
      if (kind === 'room') stands(value)
    }
    if (fact.type === 'directory.linked' || fact.type === 'directory.link_proposed') stands(fact.room)
    if (fact.type === 'directory.room_moved') {
      const { platform, team, from, to } = fact
      const room = rooms.get(conversationKey({ platform, team, conversation: from }))
      if (room !== undefined) rooms.set(conversationKey({ platform, team, conversation: to }), room)
    }
  }
  const whose = ({ side, org }: Person | Room): string =>
    side === 'supplier' ? org : (customers.get(org) ?? '')
  return {
    customers,
    people: new Map([...stated].map(([id, person]) => [id, whose(person)])),
    places: new Map([...rooms].map(([key, room]) => [key, whose(room)])),
  }
}

type Section = Exclude<keyof Directory, 'supplier'>

/**
 * One directory of several suppliers, apart for each of them: everything that is kept goes to whose it is, or was when it was
 * stated last; what nobody ever stated goes to nobody.
 */
export const carriedOver = (facts: readonly DirectoryFact[]): ReadonlyMap<string, Directory> => {
  const shared = facts.reduce<Directory>(evolveDirectory, emptyDirectory)
  const { customers, people, places } = ownersIn(facts)
  const roomOwner = (room: Room | undefined) => room && places.get(conversationKey(room))
  const owners: { readonly [section in Section]: (key: string) => string | undefined } = {
    suppliers: (id) => id,
    customers: (id) => customers.get(id),
    people: (id) => people.get(id),
    rooms: (id) => roomOwner(shared.rooms[id]),
    rosters: (id) => shared.rosters[id]?.supplier,
    agreements: (id) => shared.agreements[id]?.supplier,
    preferences: (id) => people.get(id),
    observed: (id) => people.get(id),
    proposals: (id) => roomOwner(shared.proposals[id]),
    moves: (key) => places.get(key),
    closed: (key) => places.get(key),
  }
  const apart = new Map<string, Map<Section, [key: string, kept: unknown][]>>()
  for (const section of Object.keys(owners) as Section[])
    for (const [key, kept] of Object.entries(shared[section])) {
      const supplier = owners[section](key)
      if (!supplier) continue
      const sections = apart.get(supplier) ?? new Map<Section, [string, unknown][]>()
      const entries = sections.get(section) ?? []
      entries.push([key, kept])
      apart.set(supplier, sections.set(section, entries))
    }
  return new Map(
    [...apart].map(([supplier, sections]) => [
      supplier,
      {
        ...emptyDirectory,
        supplier,
        ...Object.fromEntries(
          [...sections].map(([section, entries]) => [section, Object.fromEntries(entries)]),
        ),
      },
    ]),
  )
}
