import type { Actor } from '../item/item.ts'
import type { Directory, Person } from '../people/directory.ts'
import { agreementOf } from './clocks.ts'
import type { Ticket } from './ticket.ts'

/** Who acts, as the directory knows them at this moment; somebody removed or moved is nobody (unknown means denied). */
export const personOf = (directory: Directory, by: Actor): Person | undefined => {
  if (by.kind !== 'person' || !Object.hasOwn(directory.people, by.id)) return undefined
  const person = directory.people[by.id]
  return person !== undefined && person.side === by.side && person.org === by.org ? person : undefined
}

/** Belongs to the supplier who serves this ticket. */
export const ofSupplier = (ticket: Pick<Ticket, 'supplier'>, person: Person): boolean =>
  person.side === 'supplier' && person.org === ticket.supplier

/** Belongs to the customer whose ticket this is. */
export const ofCustomer = (ticket: Pick<Ticket, 'customer'>, person: Person): boolean =>
  person.side === 'customer' && person.org === ticket.customer

/** May speak for the customer: the ticket's reporter, or a contact of the customer (RS.8: only they consent). */
export const mayConsent = (ticket: Pick<Ticket, 'customer' | 'reporter'>, person: Person): boolean =>
  ofCustomer(ticket, person) && (person.id === ticket.reporter || person.roles.includes('contact'))

/** A contact of the customer: approves requests and stands in for the reporter. */
export const isContact = (ticket: Pick<Ticket, 'customer'>, person: Person): boolean =>
  ofCustomer(ticket, person) && person.roles.includes('contact')

/** The supplier's person in charge, by the roles the agreement names (X2). */
export const isPersonInCharge = (directory: Directory, ticket: Ticket, person: Person): boolean =>
  ofSupplier(ticket, person) &&
  agreementOf(directory, ticket).closure.personInCharge.some((role) =>
    person.roles.some((held) => held === role),
  )

/** Leads the work: decides again after a contest. */
export const isLead = (ticket: Pick<Ticket, 'supplier'>, person: Person): boolean =>
  ofSupplier(ticket, person) &&
  person.roles.some((role) => role === 'team_lead' || role === 'project_manager')
