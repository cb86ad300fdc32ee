import type { Directory, Person, Room } from './directory.ts'
import { supplierOf } from './supplier-of.ts'
import type { Entry } from './wish.ts'

/** The item that holds the directory of a supplier. */
export const directoryId = (supplier: string): string => `directory/${supplier}`

type Customers = Pick<Directory, 'customers'>

/** The supplier in whose directory an entry stands; undefined where nobody stated its organisation. */
const supplierOfEntry = (known: Customers, { kind, value }: Entry): string | undefined => {
  switch (kind) {
    case 'supplier':
      return value.id
    case 'customer':
    case 'roster':
    case 'agreement':
      return value.supplier
    case 'person':
    case 'room':
      return supplierOf(known, value satisfies Person | Room)
  }
}

/** What an organisation file states, apart for each supplier, in the order it is stated. */
export const bySupplier = (entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> => {
  const customers = Object.fromEntries(
    entries.flatMap(({ kind, value }) => (kind === 'customer' ? [[value.id, value] as const] : [])),
  )
  const apart = new Map<string, Entry[]>()
  for (const entry of entries) {
    const supplier = supplierOfEntry({ customers }, entry)
    if (supplier === undefined)
      throw new Error(`the organisation of ${entry.kind} ${entry.value.id} is not stated`)
    const own = apart.get(supplier)
    if (own === undefined) apart.set(supplier, [entry])
    else own.push(entry)
  }
  return apart
}
