import type { Person } from '../../src/domain/people/directory.ts'
import { ofCustomer, ofSupplier } from '../../src/domain/ticket/permission.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'

/**
 * Which side a conversation is for. With a ticket in hand it asks no more than that: `decide` knows who may, and says so
 * in better words. Without one it is what help lists.
 */
type May = (person: Person, ticket?: Ticket) => boolean

/** The supplier's people; of a ticket, those of its supplier. */
export const staff: May = (person, ticket) =>
  ticket === undefined ? person.side === 'supplier' : ofSupplier(ticket, person)

/** The customer's people; of a ticket, those of its customer. */
export const client: May = (person, ticket) =>
  ticket === undefined ? person.side === 'customer' : ofCustomer(ticket, person)

/** Either party's people. */
export const either: May = (person, ticket) => staff(person, ticket) || client(person, ticket)

const managing = ['team_lead', 'project_manager', 'department_manager', 'service_director', 'executive']

/** The supplier's leads and managers: one of them is the person in charge the agreement names. */
export const lead: May = (person, ticket) =>
  staff(person, ticket) && (ticket !== undefined || person.roles.some((role) => managing.includes(role)))

/** The customer's contacts: only they approve. */
export const contact: May = (person, ticket) =>
  client(person, ticket) && (ticket !== undefined || person.roles.includes('contact'))

/** The supplier's administrators: they say which channel is whose. */
export const administrator: May = (person) => staff(person) && person.roles.includes('administrator')
