import type { Instant } from '../domain/calendar/calendar.ts'
import type { Directory } from '../domain/people/directory.ts'
import { languageOf, roomAt, zoneOf } from '../domain/people/find.ts'
import { memberOf } from '../domain/people/members.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Reading } from '../view/reading.ts'
import type { Addressee } from './recipients.ts'

type At = { readonly directory: Directory; readonly now: Instant; readonly ticket: Ticket }

/** The organisation whose language and clock a shared room has. */
const organisation = ({ suppliers, customers }: Directory, side: 'supplier' | 'customer', id: string) =>
  side === 'supplier' ? suppliers[id] : customers[id]

/**
 * How an addressee reads: a person in their own language and zone, a room in its organisation's. The thread of a report in
 * a shared room speaks the room's language and the reporter's clock (RS.2). Undefined for somebody nobody knows any more.
 */
export const readingOf = (
  { side, place, id }: Addressee,
  { directory, now, ticket }: At,
): Reading | undefined => {
  const frame = { now, directory, audience: side }
  if (place === 'room' || place === 'room_thread') {
    const room = directory.rooms[id]
    const home = room && organisation(directory, room.side, room.org)
    return home && { ...frame, language: home.language, zone: home.zone }
  }
  const person = memberOf(directory, ticket, id, side)
  if (place === 'person')
    return (
      person && {
        ...frame,
        language: languageOf(directory, person),
        zone: zoneOf(directory, person),
        alone: person,
      }
    )
  const at = ticket.message ?? ticket.place
  const room = at && roomAt(directory, at.platform, at.team, at.conversation)
  const home = room ? organisation(directory, room.side, room.org) : undefined
  const customer = directory.customers[ticket.customer]
  const language = home?.language ?? (person && languageOf(directory, person)) ?? customer?.language
  const zone = (person && zoneOf(directory, person)) ?? home?.zone ?? customer?.zone
  return language === undefined || zone === undefined
    ? undefined
    : { ...frame, language, zone, ...(room === undefined ? { alone: person } : {}) }
}
