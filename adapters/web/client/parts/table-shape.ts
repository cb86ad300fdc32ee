import type { Block } from '../../../../src/chat/card.ts'

type Shape = Pick<Extract<Block, { type: 'table' }>, 'columns' | 'rows'>

/** So many columns stand beside each other in a narrow chat whatever is in them, without a button, */
const mostBeside = 3
/** and more only if the widest cells of all of them fit on one line, in letters. */
const lineFits = 42

/** A length in letters; a Chinese character takes the room of two. */
const lettersOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)

const widestOf = ({ columns, rows }: Shape, place: number): number =>
  Math.max(...[columns[place] ?? '', ...rows.map(({ cells }) => cells[place] ?? '')].map(lettersOf))

/** Whether a narrow chat shows each row as a paragraph. A matrix of short cells keeps its axes. */
export const isMany = (table: Shape): boolean => {
  const cells = Math.max(table.columns.length, ...table.rows.map((row) => row.cells.length))
  const hasButtons = table.rows.some(({ button }) => button !== undefined)
  const widths = Array.from({ length: cells }, (_, place) => widestOf(table, place))
  return (
    // One column with buttons is a question and its answers.
    (hasButtons ? cells > 1 : cells > mostBeside) && widths.reduce((sum, width) => sum + width, 0) > lineFits
  )
}

/** Whether a cell on a line with others needs the name of its column: a number or a moment does, words say what they are. */
export const needsLabel = (cell: string): boolean => /^[\d–-]/.test(cell)

/** Whether rows begin with a moment or a name, which should not break at every word. */
export const leads = (table: Shape): boolean => {
  const widest = widestOf({ ...table, columns: [] }, 0)
  return table.columns.length > 1 && widest > 8 && widest <= 40
}
