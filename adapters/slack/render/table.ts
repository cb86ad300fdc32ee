import type { KnownBlock } from '@slack/types'
import { isBlank, plainText } from '../../shared/plain-text.ts'
import { dash, list, type Point } from './list.ts'
import { cellsOf, type Joined, type Row, row, type Table } from './row.ts'
import { headed, noted } from './words.ts'

/** So few columns are told apart by what stands in them; in more each cell names its column. */
const few = 3

const pointOf = (one: Row): readonly Point[] => {
  const [about, ...rest] = cellsOf(one)
  return about === undefined ? [] : [{ about, rest: rest.join(dash) }]
}

const labelledPoint = (one: Row, columns: readonly string[], join: Joined): readonly Point[] => {
  const [about, ...rest] = one.cells.map(plainText).flatMap((cell, place) => {
    const column = plainText(columns[place] ?? '')
    if (isBlank(cell)) return []
    return [place === 0 || isBlank(column) ? cell : `${column} ${cell}`]
  })
  return about === undefined ? [] : [{ about, rest: join(rest) }]
}

/**
 * A table as Slack shows it everywhere, in a narrow thread and on a phone too: one point or section a row. Its own table block
 * is for messages only and once in each.
 */
export const table = ({ columns, rows }: Table, join: Joined): readonly KnownBlock[] => {
  const names = columns.filter((column) => !isBlank(plainText(column)))
  const acts = rows.some(({ button }) => button !== undefined)
  const legend = (shown: readonly string[]) => (shown.length === 0 ? [] : noted(join(shown)))
  if (acts)
    return [
      // A single column is the question that the buttons answer.
      ...(names.length === 1 ? headed(names[0] ?? '') : legend(names)),
      ...rows.flatMap((one) => row(one, join)),
    ]
  if (columns.length <= few)
    return [...(names.length === 0 ? [] : noted(names.join(dash))), ...list(rows.flatMap(pointOf))]
  return [
    // Without rows no cell says what its column is called.
    ...legend(rows.length === 0 ? names : names.slice(0, 1)),
    ...list(rows.flatMap((one) => labelledPoint(one, columns, join))),
  ]
}
