import type { Priority } from '../agreement/matrix.ts'
import { comparePriority } from '../agreement/priority.ts'
import type { Belonging } from '../item/belonging.ts'
import type { Actor } from '../item/item.ts'
import type { Directory, Person } from '../people/directory.ts'
import { leads, peopleInCharge } from '../people/in-charge.ts'
import { everybodyOf, firstHeld, memberOf, membersOf } from '../people/members.ts'
import { agreementOf } from './clocks.ts'
import type { Merged } from './merged.ts'
import type { Ticket } from './ticket.ts'

/** Who acts, as the directory knows them at this moment; somebody removed or moved is nobody (unknown means denied). */
export const personOf = (directory: Directory, by: Actor): Person | undefined => {
  if (by.kind !== 'person' || !Object.hasOwn(directory.people, by.id)) return undefined
  const person = directory.people[by.id]
  return person !== undefined && person.side === by.side && person.org === by.org ? person : undefined
}

/** Belongs to the supplier who serves this ticket. */
export const ofSupplier = (ticket: Pick<Belonging, 'supplier'>, person: Person): boolean =>
  person.side === 'supplier' && person.org === ticket.supplier

/** Belongs to the customer whose ticket this is. */
export const ofCustomer = (ticket: Pick<Belonging, 'customer'>, person: Person): boolean =>
  person.side === 'customer' && person.org === ticket.customer

/** What of a ticket decides who may speak for its customer. */
type Reported = Pick<Ticket, 'supplier' | 'customer' | 'reporter'>

const contactLevels = [['contact'], ['it_manager'], ['executive']] as const

/** Who approves for the customer and stands in for the reporter: its contacts, else the next level. */
const contacts = (
  directory: Pick<Directory, 'people'>,
  ticket: Pick<Ticket, 'supplier' | 'customer'>,
): readonly string[] => firstHeld(directory, ticket, 'customer', contactLevels)

/**
 * Who speaks for the customer (RS.8: only they consent): the ticket's reporter and the customer's contacts; when neither is
 * left, the next level.
 */
export const consenters = (directory: Pick<Directory, 'people'>, ticket: Reported): readonly string[] => {
  const reporter = membersOf(directory, ticket, 'customer', [ticket.reporter])
  const held = everybodyOf(directory, ticket, 'customer', ['contact'])
  const own = [...new Set([...reporter, ...held])]
  return own.length > 0 ? own : contacts(directory, ticket)
}

/** May speak for the customer; see `consenters`. */
export const mayConsent = (directory: Pick<Directory, 'people'>, ticket: Reported, person: Person): boolean =>
  ofCustomer(ticket, person) && consenters(directory, ticket).includes(person.id)

/** The tickets merged into this one that were reported as more pressing than that. */
export const morePressing = ({ merged }: Pick<Ticket, 'merged'>, than: Priority): readonly Merged[] =>
  merged.filter(({ priority }) => priority !== undefined && comparePriority(priority, than) < 0)

/**
 * Who may agree to a lower priority: whoever speaks for the customer, and for each ticket merged into it that would be served
 * as less pressing than it was reported to be.
 */
export const agreers = (
  directory: Pick<Directory, 'people'>,
  ticket: Reported & Pick<Ticket, 'merged'>,
  to: Priority,
): readonly string[] => {
  const pressing = morePressing(ticket, to).map(({ reporter }) =>
    consenters(directory, { ...ticket, reporter }),
  )
  const [first = consenters(directory, ticket), ...others] = pressing
  return first.filter((id) => others.every((one) => one.includes(id)))
}

/** May agree to a lower priority; see `agreers`. */
export const mayLower = (
  directory: Pick<Directory, 'people'>,
  ticket: Reported & Pick<Ticket, 'merged'>,
  person: Person,
  to: Priority,
): boolean => ofCustomer(ticket, person) && agreers(directory, ticket, to).includes(person.id)

/** Approves requests for the customer; see `contacts`. */
export const isContact = (
  directory: Pick<Directory, 'people'>,
  ticket: Pick<Ticket, 'supplier' | 'customer'>,
  person: Person,
): boolean => ofCustomer(ticket, person) && contacts(directory, ticket).includes(person.id)

/** Whom an open request waits for now: who was asked, or, when they are none of the customer's people any more, its contacts. */
export const askedNow = (
  directory: Pick<Directory, 'people'>,
  ticket: Pick<Ticket, 'supplier' | 'customer' | 'ask'>,
): readonly string[] => {
  if (ticket.ask === undefined) return []
  const asked = membersOf(directory, ticket, 'customer', [ticket.ask.of])
  return asked.length > 0 ? asked : contacts(directory, ticket)
}

/** Words of this person are the answer to what is asked: who was asked said them. An approval needs its verdict. */
export const answersInWords = (
  directory: Pick<Directory, 'people'>,
  ticket: Pick<Ticket, 'supplier' | 'customer' | 'ask'>,
  { id }: Pick<Person, 'id'>,
): boolean => ticket.ask?.kind !== 'approval' && askedNow(directory, ticket).includes(id)

/** A request is open, and who was asked is none of the customer's people any more. */
export const isAskedGone = (
  directory: Pick<Directory, 'people'>,
  ticket: Pick<Ticket, 'supplier' | 'customer' | 'ask'>,
): boolean => ticket.ask !== undefined && memberOf(directory, ticket, ticket.ask.of, 'customer') === undefined

/** Who owns the ticket now; nobody when its owner is none of the supplier's people any more. */
export const ownerOf = (
  directory: Pick<Directory, 'people'>,
  ticket: Pick<Ticket, 'supplier' | 'customer' | 'assignee'>,
): string | undefined => memberOf(directory, ticket, ticket.assignee, 'supplier')?.id

/** Nobody of the customer is left who could say anything: what waits for their word would wait for ever. */
export const isAbandoned = (
  directory: Pick<Directory, 'people'>,
  ticket: Pick<Ticket, 'supplier' | 'customer'>,
): boolean => everybodyOf(directory, ticket, 'customer').length === 0

/** Confirms the closing for the supplier (X2); see `peopleInCharge`. */
export const isPersonInCharge = (directory: Directory, ticket: Ticket, person: Person): boolean =>
  peopleInCharge(directory, agreementOf(directory, ticket)).includes(person.id)

/** Leads the work: decides again after a contest; see `leads`. */
export const isLead = (
  directory: Pick<Directory, 'people'>,
  ticket: Pick<Ticket, 'supplier' | 'customer'>,
  person: Person,
): boolean => leads(directory, ticket).includes(person.id)
