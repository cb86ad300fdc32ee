import type { Path } from './source.ts'

/** Notes something wrong with a place of the file; `words` are the way to it as the operator reads it. */
type Tell = (path: Path, words: readonly string[], reason: string, fix: string) => void

/** A part of the file being read: its value, its place, and what to call it in a sentence. */
export type Piece = {
  readonly value: unknown
  readonly path: Path
  /** The way to what holds it, e.g. `people`, `wang`. */
  readonly words: readonly string[]
  /** Its own name, e.g. `role`. */
  readonly what: string
  readonly tell: Tell
}

/** Turns a piece into what it means. `undefined` says that it could not, and that the piece's `tell` knows why. */
export type Read<T> = (piece: Piece) => T | undefined

/** Data with holes where a problem was told: enough to go on and find the other problems. */
export type Draft<Shape> = { readonly [Key in keyof Shape]: Shape[Key] | undefined }

const shown = (value: unknown): string => {
  if (typeof value === 'object')
    return value === null ? '(nothing)' : Array.isArray(value) ? '(a list)' : '(fields)'
  const text = written(value).replace(/\s+/g, ' ')
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``
}

/** A word, a number or a yes or no as it is written; of a list, of fields and of nothing, nothing. */
export const written = (value: unknown): string =>
  ['string', 'number', 'boolean', 'bigint'].includes(typeof value) ? String(value) : ''

/** Tells that the piece's value will not do. Returns `undefined`, so that a reader can end with it. */
export const refuse = ({ value, path, words, what, tell }: Piece, reason: string, fix: string): undefined => {
  tell(path, words, `${what} ${shown(value)} ${reason}`, fix)
}

/** The way to what the piece holds; the file itself is no step of it. */
export const within = ({ path, words, what }: Piece): readonly string[] =>
  path.length === 0 ? [] : [...words, what]

/** Tells something about the piece as a whole. */
export const note = (piece: Piece, reason: string, fix: string): undefined => {
  piece.tell(piece.path, within(piece), reason, fix)
}

/** Whether a value has fields: it is no list, no text, not nothing. */
export const isFields = (value: unknown): value is { readonly [field: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields below the piece; none, and told, if it has no fields. */
export const fieldsOf = (piece: Piece): { readonly [field: string]: unknown } => {
  if (isFields(piece.value)) return piece.value
  refuse(piece, 'is not a set of fields', 'write its fields below it, one `name: value` a line')
  return {}
}

/** What the piece holds under a key. */
export const below = (piece: Piece, key: string, value: unknown): Piece => ({
  ...piece,
  value,
  path: [...piece.path, key],
  words: within(piece),
  what: key,
})

/** What is stated under a key, as it stands: for a field whose reading depends on another. */
export const stated = ({ value }: Piece, key: string): unknown =>
  isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined

/** The word that is stated under a key, or nothing. */
export const statedWord = (piece: Piece, key: string): string => written(stated(piece, key))
