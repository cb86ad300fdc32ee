import type { Directory, Person } from './directory.ts'

/**
 * Whom a supplier's word about the service itself reaches: its administrators, else whoever leads the work, else everybody
 * of it. Somebody hears it.
 */
export const caretakers = ({ people }: Directory): readonly Person[] => {
  const own = Object.values(people).filter(({ side }) => side === 'supplier')
  const holders = ['administrator', 'project_manager'].map((role) =>
    own.filter(({ roles }) => roles.some((held) => held === role)),
  )
  return holders.find(({ length }) => length > 0) ?? own
}
