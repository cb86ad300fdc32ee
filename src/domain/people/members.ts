import type { Directory, Person } from './directory.ts'
import type { CustomerRole, Side, SupplierRole } from './sides.ts'

/** The two organisations an item belongs to. */
export type Parties = { readonly supplier: string; readonly customer?: string | undefined }

/**
 * Somebody as one of an item's people at this moment; undefined for whoever left, or moved to another organisation, since
 * an id was kept: what is told, shown or asked is told to nobody else. `side`: as one of that side alone, where the id was
 * kept for what they were there.
 */
export const memberOf = (
  { people }: Pick<Directory, 'people'>,
  parties: Parties,
  id: string | undefined,
  side?: Side,
): Person | undefined => {
  const person = id !== undefined && Object.hasOwn(people, id) ? people[id] : undefined
  if (person === undefined || person.org !== parties[person.side]) return undefined
  return side === undefined || person.side === side ? person : undefined
}

/** Of these people those of one side who are among the item's people now. */
export const membersOf = (
  directory: Pick<Directory, 'people'>,
  parties: Parties,
  side: Side,
  ids: readonly string[],
): readonly string[] => ids.filter((id) => memberOf(directory, parties, id, side) !== undefined)

/** Everybody of one side, in directory order; of a role only its holders. */
export const everybodyOf = (
  { people }: Pick<Directory, 'people'>,
  parties: Parties,
  side: Side,
  roles?: readonly string[],
): readonly string[] =>
  Object.values(people)
    .filter(
      (person) =>
        person.side === side &&
        person.org === parties[side] &&
        (roles === undefined || person.roles.some((role) => roles.includes(role))),
    )
    .map(({ id }) => id)

/** The holders of the first of these levels that anybody holds, else everybody of the side: a duty has somebody while anybody is left. */
export const firstHeld = (
  directory: Pick<Directory, 'people'>,
  parties: Parties,
  side: Side,
  levels: readonly (readonly (SupplierRole | CustomerRole)[])[],
): readonly string[] => {
  for (const level of levels) {
    const found = everybodyOf(directory, parties, side, level)
    if (found.length > 0) return found
  }
  return everybodyOf(directory, parties, side)
}
