import { isBlank, lengthOf } from '../../shared/plain-text.ts'
import { type Act, dash, type Joined, type Point, shapeOf, type Table } from '../../shared/table-shape.ts'
import { limits } from '../limits.ts'
import type { Element } from './adaptive-card.ts'
import { type ButtonFrame, button } from './button.ts'
import { rich, runs } from './rich.ts'
import { headed, noted, said } from './words.ts'

const bold = { weight: 'Bolder' } as const

/** What a row says in paragraphs: what it is about, in bold, and the rest on a second line. */
const linesOf = (lines: readonly string[]): readonly Element[] => {
  const [about = '', ...rest] = lines
  const whole = lines.join('\n')
  if (lines.length > 1 && lengthOf(whole) <= limits.text)
    return [rich([...runs(about, bold), ...runs(`\n${rest.join('\n')}`)])]
  return said(isBlank(whole) ? '–' : whole)
}

/** A row with its button beside it, or beside the end of it where it is long. */
const row =
  (frame: ButtonFrame | undefined) =>
  ({ lines, button: act, aloud }: Act): readonly Element[] => {
    const parts = linesOf(lines)
    if (act === undefined) return parts
    const drawn = button(act, { aloud, ...(frame === undefined ? {} : { frame }) })
    return parts.map((part, place) =>
      place < parts.length - 1
        ? part
        : {
            type: 'ColumnSet',
            columns: [
              { type: 'Column', width: 'stretch', verticalContentAlignment: 'Center', items: [part] },
              {
                type: 'Column',
                width: 'auto',
                verticalContentAlignment: 'Center',
                items: [{ type: 'ActionSet', actions: [drawn] }],
              },
            ],
          },
    )
  }

/** A row without a button as a paragraph; one too long for that is written out. */
const point = ({ about, rest }: Point): readonly Element[] =>
  lengthOf(`${about}${dash}${rest}`) > limits.text
    ? [...headed(about), ...said(rest, { spacing: 'Small' })]
    : [rich([...runs(about, bold), ...(rest === '' ? [] : runs(`${dash}${rest}`))], { spacing: 'Small' })]

/** A table that can be read on a phone too: its columns do not stand beside each other. */
export const table = (whole: Table, join: Joined, frame?: ButtonFrame): readonly Element[] => {
  const shape = shapeOf(whole, join)
  return [
    ...(shape.question === undefined ? [] : headed(shape.question)),
    ...(shape.legend === undefined ? [] : noted(shape.legend)),
    ...(shape.kind === 'acts' ? shape.acts.flatMap(row(frame)) : shape.points.flatMap(point)),
  ]
}
