import type { Directory } from '../people/directory.ts'
import { leads, peopleInCharge } from '../people/in-charge.ts'
import { everybodyOf } from '../people/members.ts'
import { agreementOf } from './clocks.ts'
import { agreers, consenters, isContact, ownerOf } from './permission.ts'
import type { TicketRefusal } from './refusal.ts'
import type { Ticket } from './ticket.ts'

/** Who an act is for, by what they are to a ticket. */
export type Entitled = Extract<TicketRefusal, { code: 'not_permitted' }>['who']

/** More names than these tell nobody whom to ask. */
const most = 3

/** Who can do it now, of those an act is for: those a person who may not is sent to. */
export const whoMay = (directory: Directory, ticket: Ticket, who: Entitled): readonly string[] => {
  switch (who) {
    case 'supplier': {
      const owner = ownerOf(directory, ticket) ?? ticket.dispatchedTo
      return owner === undefined ? leads(directory, ticket) : [owner]
    }
    case 'customer':
      return consenters(directory, ticket)
    case 'contact':
      return ticket.downgrade === undefined
        ? consenters(directory, ticket)
        : agreers(directory, ticket, ticket.downgrade.priority)
    case 'approver':
      return everybodyOf(directory, ticket, 'customer').filter((id) => {
        const person = directory.people[id]
        return person !== undefined && isContact(directory, ticket, person)
      })
    case 'person_in_charge':
      return peopleInCharge(directory, agreementOf(directory, ticket))
    case 'lead':
      return leads(directory, ticket)
  }
}

/** The refusal with whom to ask, where it is one of somebody who may not. */
export const withWhoMay = (
  refusal: TicketRefusal,
  ticket: Ticket | undefined,
  directory: Directory,
): TicketRefusal => {
  if (refusal.code !== 'not_permitted' || ticket === undefined) return refusal
  const people = whoMay(directory, ticket, refusal.who).slice(0, most)
  return people.length === 0 ? refusal : { ...refusal, people }
}
