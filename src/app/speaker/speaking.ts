import type { Inbound } from '../../chat/inbound.ts'
import type { Actor } from '../../domain/item/item.ts'
import type { Reader } from '../../domain/item/reading.ts'
import type { Directory, Person, Room } from '../../domain/people/directory.ts'
import { languageOf, personByAccount, roomAt, zoneOf } from '../../domain/people/find.ts'
import type { Language, Side } from '../../domain/people/sides.ts'

/** Who is speaking, where, and who can see the answer there. */
export type Speaking = {
  readonly person: Person
  readonly reader: Reader
  readonly directory: Directory
  /** The widest audience of the answer: the room's side in a room, the person's own in private. */
  readonly audience: Side
  readonly language: Language
  readonly zone: string
  readonly room?: Room
  /** What the conversation is to another supplier, where it is no room of theirs. */
  readonly ofOthers?: 'room' | 'proposal'
}

/** Unknown means denied: an account nobody stated, or a conversation that is not linked or not theirs, sees no data. */
export type Stranger = 'unknown_person' | 'unknown_place'

/**
 * Places a person by the platform's word alone, as the directory stands at this moment. `privately`: the answer is shown
 * to this person only, so it speaks their language even in a room; what it may show is still limited by the room.
 */
export const speakingOf = (
  directory: Directory,
  { who, place }: Pick<Inbound, 'who' | 'place'>,
  { privately }: { readonly privately: boolean },
): Speaking | Stranger => {
  const person = personByAccount(directory, who)
  if (person === undefined) return 'unknown_person'
  const reader = { person: person.id, side: person.side, org: person.org }
  const own = {
    person,
    reader,
    directory,
    language: languageOf(directory, person),
    zone: zoneOf(directory, person),
  }
  if (place.direct) return { ...own, audience: person.side }
  const room = roomAt(directory, place.platform, place.team, place.conversation)
  if (room === undefined) return 'unknown_place'
  const customer = directory.customers[room.org]
  const inside =
    room.side === person.side
      ? room.org === person.org
      : // The supplier's people are at home in their customers' rooms, never the other way round.
        person.side === 'supplier' && customer?.supplier === person.org
  if (!inside) return 'unknown_place'
  const owner = room.side === 'customer' ? customer : directory.suppliers[room.org]
  return {
    ...own,
    room,
    audience: room.side,
    ...(privately || owner === undefined ? {} : { language: owner.language, zone: owner.zone }),
  }
}

/**
 * A person the bot knows, in a conversation that is no room of theirs: whoever reads along is unknown, so nothing is read
 * for them there and the answer is one for the narrowest audience. Only flows that may run anywhere are begun so (T50).
 */
export const visitorOf = (directory: Directory, { who }: Pick<Inbound, 'who'>): Speaking | undefined => {
  const person = personByAccount(directory, who)
  return (
    person && {
      person,
      // Nothing belongs to the organisation without an id.
      reader: { person: person.id, side: person.side, org: '' },
      directory,
      audience: 'customer',
      language: languageOf(directory, person),
      zone: zoneOf(directory, person),
    }
  )
}

/** The acting person as the log names them (M2.2). */
export const actorOf = ({ person }: Speaking): Actor => ({
  kind: 'person',
  id: person.id,
  side: person.side,
  org: person.org,
})
