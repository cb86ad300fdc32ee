import type { Customer, Supplier } from '../domain/people/directory.ts'
import type { Side } from '../domain/people/sides.ts'
import { readAgreement } from './agreement.ts'
import { readCalendar } from './calendar.ts'
import { readChannel } from './channel.ts'
import { readRoster } from './duty.ts'
import { fields, need, or, section } from './fields.ts'
import type { Drafts } from './finding.ts'
import { readCustomer, readSupplier } from './parties.ts'
import { type Parties, readPerson } from './person.ts'
import type { Draft, Piece } from './piece.ts'

type Pieces = ReadonlyMap<string, Piece>
type Sections = { readonly [name in keyof Drafts | 'calendars']: Pieces }

const each = <T>(pieces: Pieces | undefined, read: (id: string, piece: Piece) => T): ReadonlyMap<string, T> =>
  new Map([...(pieces ?? [])].map(([id, piece]) => [id, read(id, piece)]))

/** Reads a whole file. References lead from people to parties, and from what they do and agree to both. */
export const readDrafts = (root: Piece): Drafts => {
  const none: Pieces = new Map()
  const stated = fields<Sections>(root, {
    suppliers: need(section, 'say who gives the service'),
    customers: need(section, 'say who receives it'),
    people: need(section, 'say who works for whom'),
    channels: or(section, none),
    duty: or(section, none),
    calendars: or(section, none),
    agreements: or(section, none),
  })
  const suppliers = each(stated.suppliers, readSupplier)
  const customers = each(stated.customers, (id, piece) => readCustomer(id, piece, suppliers))
  const party = (side: Side, { language, zone }: Draft<Supplier | Customer>) => ({ side, language, zone })
  const parties: Parties = new Map([
    ...[...customers].map(([id, customer]) => [id, party('customer', customer)] as const),
    ...[...suppliers].map(([id, supplier]) => [id, party('supplier', supplier)] as const),
  ])
  const people = each(stated.people, (id, piece) => readPerson(id, piece, parties))
  const calendars = each(stated.calendars, readCalendar)
  return {
    suppliers,
    customers,
    people,
    channels: each(stated.channels, (id, piece) => readChannel(id, piece, parties)),
    duty: each(stated.duty, (id, piece) => readRoster(id, piece, suppliers, people)),
    agreements: each(stated.agreements, (id, piece) => readAgreement(id, piece, customers, calendars)),
  }
}
