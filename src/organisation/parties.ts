import type { Customer, Supplier } from '../domain/people/directory.ts'
import { fields, need, or } from './fields.ts'
import { folded } from './folded.ts'
import type { Draft, Piece } from './piece.ts'
import { note, refuse } from './piece.ts'
import { language, reference, text, zone } from './scalars.ts'

const spoken = 'write `language: zh-CN` or `language: en`'
const located = 'write an IANA name, e.g. `zone: Asia/Shanghai`'

/** Reads a supplier. */
export const readSupplier = (id: string, piece: Piece): Draft<Supplier> => ({
  id,
  ...fields<Omit<Supplier, 'id'>>(piece, {
    name: need(text, 'write the name people see'),
    language: need(language, spoken),
    zone: need(zone, located),
  }),
})

/** Reads a customer; the only supplier of a file need not be named. */
export const readCustomer = (
  id: string,
  piece: Piece,
  suppliers: ReadonlyMap<string, Draft<Supplier>>,
): Draft<Customer> => {
  if ([...suppliers.keys()].some((other) => folded(other) === folded(id)))
    note(piece, 'this id is a supplier’s too', 'give one of them another id')
  const [only, ...others] = suppliers.keys()
  const supplier = reference(suppliers.keys())
  return {
    id,
    ...fields<Omit<Customer, 'id'>>(piece, {
      name: need(text, 'write the name people see'),
      key: need(
        (key) =>
          typeof key.value === 'string' && /^[A-Z][A-Z0-9]{0,7}$/.test(key.value)
            ? key.value
            : refuse(key, 'cannot begin a ticket’s number', 'write up to 8 capital letters, e.g. `HX`'),
        'write the letters before each ticket’s number, e.g. `key: HX`',
      ),
      supplier:
        others.length === 0
          ? or(supplier, only)
          : need(supplier, 'write which supplier serves this customer'),
      language: need(language, spoken),
      zone: need(zone, located),
    }),
  }
}
