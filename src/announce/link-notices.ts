import type { Actor } from '../domain/item/item.ts'
import type { Directory, Room } from '../domain/people/directory.ts'
import type { DirectoryEvent } from '../domain/people/directory-event.ts'
import { languageOf, proposalAt, zoneOf } from '../domain/people/find.ts'
import { directoryId } from '../domain/people/tenant.ts'
import type { Notice } from '../store/change.ts'
import { linkedCard, linkQuestion, refusedCard, unlinkedCard } from '../view/link-cards.ts'
import { actsOf } from '../view/outdated-card.ts'
import { nameOf } from '../view/reading.ts'

type Moment = {
  readonly event: DirectoryEvent
  readonly before: Directory | undefined
  readonly after: Directory
  readonly seq: number
}

/** A notice of this event, owed once for ever whatever the other suppliers' directories say. */
const keyOf = ({ after, seq }: Moment): string => `${directoryId(after.supplier)}.${seq}.link`

const actorName = (directory: Directory, by: Actor): string =>
  by.kind === 'person' ? nameOf(directory, by.id) : by.kind

/** One asking of a question: whoever asks again, and be it the same, asks another. */
const askedAs = ({ id, linked }: Room): string => `asked:${id}:${linked?.at ?? 0}`

/** What can still be answered by a question of `linkNotices`: nothing once it is answered, asked anew or taken back. */
export const openAnswers = (directory: Directory, { to, guard, card }: Notice): ReadonlySet<string> => {
  const waiting = to.kind === 'place' ? proposalAt(directory, to.place) : undefined
  return new Set(waiting !== undefined && askedAs(waiting) === guard ? actsOf(card) : [])
}

/** Said in the conversation itself, in the language of the organisation it is about. */
const inConversation = (
  moment: Moment,
  room: Room,
  draw: (seen: Parameters<typeof linkedCard>[0]) => Notice['card'],
): readonly Notice[] => {
  const { event, after } = moment
  const { id, side, org, platform, team, conversation } = room
  const owner = (side === 'supplier' ? after.suppliers : after.customers)[org]
  if (owner === undefined) return []
  const { language, zone } = owner
  return [
    {
      key: keyOf(moment),
      supplier: after.supplier,
      to: { kind: 'place', place: { platform, team, conversation, direct: false } },
      role: 'room',
      side,
      about: event.type,
      card: draw({ room, directory: after, language }),
      language,
      zone,
      lane: 2,
      collapse: `link:${id}`,
    },
  ]
}

/** The administrator who asked hears in private that the customer's side refused. */
const toAdministrator = (moment: Moment, room: Room): readonly Notice[] => {
  const { event, after } = moment
  const id = room.linked?.by ?? ''
  const person = Object.hasOwn(after.people, id) ? after.people[id] : undefined
  if (person === undefined) return []
  const language = languageOf(after, person)
  return [
    {
      key: keyOf(moment),
      supplier: after.supplier,
      to: { kind: 'person', person: id, thread: false },
      role: 'administrator',
      side: 'supplier',
      about: event.type,
      card: refusedCard(actorName(after, event.by), { room, directory: after, language }),
      language,
      zone: zoneOf(after, person),
      lane: 2,
    },
  ]
}

/**
 * What is owed when a conversation is proposed, linked, refused or unlinked: the question and the outcome stand where
 * they are about. Nothing else of the directory is announced.
 */
export const linkNotices = (moment: Moment): readonly Notice[] => {
  const { event, before } = moment
  switch (event.type) {
    case 'directory.link_proposed':
      return inConversation(moment, event.room, linkQuestion).map((question) => ({
        ...question,
        guard: askedAs(event.room),
      }))
    case 'directory.linked':
      return inConversation(moment, event.room, linkedCard)
    case 'directory.unlinked': {
      const room = before?.rooms[event.room] ?? before?.proposals[event.room]
      return room === undefined
        ? []
        : inConversation(moment, room, ({ directory, language }) =>
            unlinkedCard(actorName(directory, event.by), language),
          )
    }
    case 'directory.link_refused': {
      const room = before?.proposals[event.room]
      return room === undefined ? [] : toAdministrator(moment, room)
    }
    default:
      return []
  }
}
