import type { KnownBlock } from '@slack/types'
import type { Block } from '../../../src/chat/card.ts'
import { isBlank, lengthOf, plainText } from '../../shared/plain-text.ts'
import { limits } from '../limits.ts'
import { bold } from './bold.ts'
import { button } from './button.ts'
import { said } from './words.ts'

export type Table = Extract<Block, { readonly type: 'table' }>
export type Row = Table['rows'][number]

/** Facts in a row, in the reader's language. */
export type Joined = (items: readonly string[]) => string

/** The cells of a row with something in them. */
export const cellsOf = ({ cells }: Row): readonly string[] =>
  cells.map(plainText).filter((cell) => !isBlank(cell))

/**
 * A row with its button beside it: what it is about, in bold, and the rest on a second line. `aloud` of the button names the
 * row, because many rows have the same label.
 */
export const row = (one: Row, join: Joined): readonly KnownBlock[] => {
  const cells = cellsOf(one)
  const heads = cells.length > 2 ? 2 : 1
  const lines = cells.length < 2 ? cells : [join(cells.slice(0, heads)), join(cells.slice(heads))]
  const { button: act } = one
  const accessory =
    act === undefined ? {} : { accessory: button(act, { aloud: join([act.label, ...cells.slice(0, 1)]) }) }
  const whole = lines.join('\n')
  if (lines.length > 1 && lengthOf(whole) < limits.text)
    return [{ type: 'section', text: bold(lines, limits.text), ...accessory }]
  const parts = said(isBlank(whole) ? '–' : whole)
  return parts.map((part, place) =>
    place === parts.length - 1 ? ({ ...part, ...accessory } as KnownBlock) : part,
  )
}
