import { suggestion } from './closest.ts'
import { folded } from './folded.ts'
import { below, type Draft, fieldsOf, isFields, type Piece, type Read, refuse, within } from './piece.ts'

type Field<T> = { readonly read: Read<T> } & (
  | { readonly fix: string }
  | { readonly otherwise: T | undefined }
)

/** A field that must be stated; `fix` says what to write. */
export const need = <T>(read: Read<T>, fix: string): Field<T> => ({ read, fix })

/** A field that may be left out, and what it means then. */
export const or = <T>(read: Read<T>, otherwise: T | undefined): Field<T> => ({ read, otherwise })

/** Reads the fields of a piece. Every unknown, missing or wrong one is told; the others are there. */
export const fields = <Shape extends object>(
  piece: Piece,
  shape: { readonly [Key in keyof Shape]: Field<Shape[Key]> },
): Draft<Shape> => {
  const given = fieldsOf(piece)
  for (const key of Object.keys(given))
    if (!Object.hasOwn(shape, key))
      piece.tell(
        [...piece.path, key],
        within(piece),
        `\`${key}\` is not known here`,
        suggestion(key, Object.keys(shape)),
      )
  const draft: { [Key in keyof Shape]?: Shape[Key] | undefined } = {}
  for (const key in shape) {
    const field = shape[key]
    const value = Object.hasOwn(given, key) ? (given[key] ?? undefined) : undefined
    if (value !== undefined) draft[key] = field.read(below(piece, key, value))
    else if ('otherwise' in field) draft[key] = field.otherwise
    else {
      draft[key] = undefined
      if (isFields(piece.value)) piece.tell(piece.path, within(piece), `${key} is missing`, field.fix)
    }
  }
  return draft as Draft<Shape>
}

/** The data once no hole is left in it. */
export const complete = <D extends object>(
  draft: D,
): { readonly [Key in keyof D]: Exclude<D[Key], undefined> } | undefined =>
  Object.values(draft).includes(undefined)
    ? undefined
    : (draft as { readonly [Key in keyof D]: Exclude<D[Key], undefined> })

/** A list, or one text that stands for a list of one. `item` is what one of them is called. */
export const listOf =
  <T>(item: string, read: Read<T>): Read<readonly T[]> =>
  (piece) => {
    const pieces: readonly Piece[] = Array.isArray(piece.value)
      ? piece.value.map((value: unknown, index) => ({
          ...piece,
          value,
          path: [...piece.path, index],
          what: typeof value === 'object' && value !== null ? `${item} ${index + 1}` : item,
        }))
      : [{ ...piece, what: item }]
    return pieces.map(read).filter((value) => value !== undefined)
  }

/** A list of at least one. */
export const someOf = <T>(item: string, read: Read<T>): Read<readonly T[]> => {
  const all = listOf(item, read)
  return (piece) =>
    Array.isArray(piece.value) && piece.value.length === 0
      ? refuse(piece, 'has nothing in it', `name at least one ${item}`)
      : all(piece)
}

/** What stands under each key of the piece, in the order of the file. */
export const eachOf = (piece: Piece): ReadonlyMap<string, Piece> =>
  new Map(Object.entries(fieldsOf(piece)).map(([key, value]) => [key, below(piece, key, value)]))

/** A part of the file that names things by id. An id goes into buttons and logs, so it is plain, and none looks like another. */
export const section: Read<ReadonlyMap<string, Piece>> = (piece) => {
  const named = eachOf(piece)
  for (const [id, { path, tell }] of named)
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(id) || id in {})
      tell(
        path,
        within(piece),
        `the id \`${id}\` will not do`,
        'use up to 40 letters a-z, digits, `-`, `_`, `.`; the name may be anything',
      )
  const first = new Map<string, string>()
  for (const [id, { path, tell }] of named) {
    const holder = first.get(folded(id))
    if (holder === undefined) first.set(folded(id), id)
    else tell(path, within(piece), `the id \`${id}\` looks like \`${holder}\``, 'change one of the two')
  }
  return named
}
