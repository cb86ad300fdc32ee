import type { Block, Button } from '../../src/chat/card.ts'
import { isBlank, plainText } from './plain-text.ts'
import { tagWords } from './tag-words.ts'

export type Table = Extract<Block, { readonly type: 'table' }>
type Row = Table['rows'][number]

/** Facts in a row, in the reader's language. */
export type Joined = (items: readonly string[]) => string

/** A row as a point of a list: what it is about, and the rest of it. */
export type Point = { readonly about: string; readonly rest: string }

/** A row with its button: what it is about, and the rest on a second line. `aloud` names the row, for many have the same button. */
export type Act = { readonly lines: readonly string[]; readonly button?: Button; readonly aloud: string }

/** A table for screens on which columns find no room: a question or the names of its columns, then rows or points. */
export type Shape = { readonly question?: string; readonly legend?: string } & (
  | { readonly kind: 'acts'; readonly acts: readonly Act[] }
  | { readonly kind: 'points'; readonly points: readonly Point[] }
)

/** Cells themselves may hold facts in a row, so a dash parts them. */
export const dash = ' – '
/** So few columns are told apart by what stands in them; in more each cell names its column. */
const few = 3

/** The cells of a row with something in them, led by its tag. */
const cellsOf = ({ cells, tag }: Row, join: Joined): readonly string[] => {
  const [first, ...rest] = cells.map(plainText).filter((cell) => !isBlank(cell))
  if (tag === undefined) return first === undefined ? [] : [first, ...rest]
  return [first === undefined ? tagWords(tag) : join([tagWords(tag), first]), ...rest]
}

const actOf = (row: Row, join: Joined): Act => {
  const { button } = row
  const cells = cellsOf(row, join)
  const named = row.cells.map(plainText).filter((cell) => !isBlank(cell))
  const heads = cells.length > 2 ? 2 : 1
  return {
    lines: cells.length < 2 ? cells : [join(cells.slice(0, heads)), join(cells.slice(heads))],
    aloud: join([...(button === undefined ? [] : [button.label]), ...named.slice(0, 1)]),
    ...(button === undefined ? {} : { button }),
  }
}

const pointOf = (row: Row, join: Joined): readonly Point[] => {
  const [about, ...rest] = cellsOf(row, join)
  return about === undefined ? [] : [{ about, rest: rest.join(dash) }]
}

const labelledPoint = (row: Row, columns: readonly string[], join: Joined): readonly Point[] => {
  const [about, ...rest] = row.cells.map(plainText).flatMap((cell, place) => {
    const column = plainText(columns[place] ?? '')
    if (isBlank(cell)) return []
    return [place === 0 || isBlank(column) ? cell : `${column} ${cell}`]
  })
  const { tag } = row
  const led = tag === undefined ? about : join([tagWords(tag), ...(about === undefined ? [] : [about])])
  return led === undefined ? [] : [{ about: led, rest: join(rest) }]
}

/** The shape of a table as it is read everywhere, in a narrow thread and on a phone too: one point or row each. */
export const shapeOf = ({ columns, rows }: Table, join: Joined): Shape => {
  const names = columns.filter((column) => !isBlank(plainText(column)))
  const legend = (shown: readonly string[], by: Joined = join) =>
    shown.length === 0 ? {} : { legend: by(shown) }
  if (rows.some(({ button }) => button !== undefined))
    return {
      kind: 'acts',
      // A single column is the question that the buttons answer.
      ...(names.length === 1 ? { question: names[0] ?? '' } : legend(names)),
      acts: rows.map((row) => actOf(row, join)),
    }
  if (columns.length <= few)
    return {
      kind: 'points',
      ...legend(names, (all) => all.join(dash)),
      points: rows.flatMap((row) => pointOf(row, join)),
    }
  return {
    kind: 'points',
    // Without rows no cell says what its column is called.
    ...legend(rows.length === 0 ? names : names.slice(0, 1)),
    points: rows.flatMap((row) => labelledPoint(row, columns, join)),
  }
}
