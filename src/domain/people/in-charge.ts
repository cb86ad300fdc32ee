import type { Agreement } from '../agreement/agreement.ts'
import type { Directory } from './directory.ts'
import type { Parties } from './members.ts'
import { firstHeld } from './members.ts'
import type { SupplierRole } from './sides.ts'
import { supplierRoles } from './sides.ts'

/** From the hands to the head; the administrator keeps the directory and leads nobody. */
const ladder: readonly SupplierRole[] = supplierRoles.filter((role) => role !== 'administrator')

/** The roles one by one: from above the highest of the named ones to the head, then from below it to the hands. */
const others = (named: readonly SupplierRole[]): readonly (readonly SupplierRole[])[] => {
  const highest = Math.max(...named.map((role) => ladder.indexOf(role)))
  return [...ladder.slice(highest + 1), ...ladder.slice(0, Math.max(0, highest)).reverse()].map((role) => [
    role,
  ])
}

/**
 * Who of the supplier confirms the closing: the holders of the roles that the agreement puts in charge (X2), else of the next
 * level. An agreement keeps its roles for ever and the people change: a ticket under it can be closed all the same.
 */
export const peopleInCharge = (
  directory: Pick<Directory, 'people'>,
  { supplier, customer, closure: { personInCharge } }: Pick<Agreement, 'closure'> & Parties,
): readonly string[] => {
  const named = supplierRoles.filter((role) => personInCharge.includes(role))
  return firstHeld(directory, { supplier, customer }, 'supplier', [named, ...others(named)])
}

/** Who leads the work: the team lead and the project manager, else the next level. */
export const leads = (directory: Pick<Directory, 'people'>, parties: Parties): readonly string[] => {
  const named = ['team_lead', 'project_manager'] as const
  return firstHeld(directory, parties, 'supplier', [named, ...others(named)])
}
