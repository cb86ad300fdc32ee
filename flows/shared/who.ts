import type { Belonging } from '../../src/domain/item/belonging.ts'
import type { Person } from '../../src/domain/people/directory.ts'
import { managing } from '../../src/domain/people/managing.ts'
import { ofCustomer, ofSupplier } from '../../src/domain/ticket/permission.ts'

/**
 * Which side a conversation is for. With an item in hand it asks no more than that: `decide` knows who may, and says so
 * in better words. Without one it is what help lists.
 */
type May = (person: Person, item?: Belonging) => boolean

/** The supplier's people; of an item, those of its supplier. */
export const staff: May = (person, item) =>
  item === undefined ? person.side === 'supplier' : ofSupplier(item, person)

/** The customer's people; of an item, those of its customer. */
export const client: May = (person, item) =>
  item === undefined ? person.side === 'customer' : ofCustomer(item, person)

/** Either party's people. */
export const either: May = (person, item) => staff(person, item) || client(person, item)

/** The supplier's leads and managers: one of them is the person in charge the agreement names. */
export const lead: May = (person, item) =>
  staff(person, item) && (item !== undefined || person.roles.some((role) => managing.includes(role)))

/** The customer's contacts: only they approve. */
export const contact: May = (person, item) =>
  client(person, item) && (item !== undefined || person.roles.includes('contact'))

/** The supplier's administrators: they say which channel is whose. */
export const administrator: May = (person) => staff(person) && person.roles.includes('administrator')
