import type { Agreement } from '../domain/agreement/agreement.ts'
import type { Customer, Person, Room, Roster, Supplier } from '../domain/people/directory.ts'
import type { Draft } from './piece.ts'

/** What a file states, by id, as far as it could be read. */
export type Drafts = {
  readonly suppliers: ReadonlyMap<string, Draft<Supplier>>
  readonly customers: ReadonlyMap<string, Draft<Customer>>
  readonly people: ReadonlyMap<string, Draft<Person>>
  readonly channels: ReadonlyMap<string, Draft<Room>>
  readonly duty: ReadonlyMap<string, Draft<Roster>>
  readonly agreements: ReadonlyMap<string, Draft<Agreement>>
}

/** Something between the things of a file, and the section and id at which to say it. */
export type Finding = {
  readonly at: readonly [section: keyof Drafts, id: string]
  readonly reason: string
  readonly fix: string
}

/** Whether somebody of an organisation holds one of the roles. */
export const isHeld = (people: Drafts['people'], org: string, roles: readonly string[]): boolean =>
  [...people.values()].some(
    (person) => person.org === org && person.roles?.some((role) => roles.includes(role)),
  )
