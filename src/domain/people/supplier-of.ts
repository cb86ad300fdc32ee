import type { Directory, Person, Room } from './directory.ts'

/** The supplier whose work a person or a room belongs to: its own, or the one that serves the customer. */
export const supplierOf = (
  { customers }: Pick<Directory, 'customers'>,
  { side, org }: Pick<Person | Room, 'side' | 'org'>,
): string | undefined => {
  if (side === 'supplier') return org
  return Object.hasOwn(customers, org) ? customers[org]?.supplier : undefined
}
