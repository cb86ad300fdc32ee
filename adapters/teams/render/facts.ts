import { lengthOf, plainText } from '../../shared/plain-text.ts'
import { limits } from '../limits.ts'
import type { Element } from './adaptive-card.ts'
import { literal } from './literal.ts'
import { rich, runs } from './rich.ts'
import { headed, said } from './words.ts'

type Fact = { readonly label: string; readonly value: string }

/** Longer words read better below their label than beside it. */
const beside = { label: 40, value: 160 }
/** The labels of facts in a row end at the same place, also on a phone. */
const labelWidth = '92px'

const isLong = ({ label, value }: Fact): boolean =>
  value.includes('\n') || lengthOf(value) > beside.value || lengthOf(label) > beside.label

const pair = ({ label, value }: Fact, isFirst: boolean): Element => ({
  type: 'ColumnSet',
  ...(isFirst ? {} : { spacing: 'Small' }),
  columns: [
    {
      type: 'Column',
      width: labelWidth,
      items: [rich(runs(literal(label, limits.label), { isSubtle: true }))],
    },
    { type: 'Column', width: 'stretch', items: [rich(runs(value.trim() === '' ? '–' : value))] },
  ],
})

/** Facts line by line, the label on the left and the value on the right; a long one in its place at full width. */
export const facts = (all: readonly Fact[]): readonly Element[] =>
  all
    .map((fact) => ({ ...fact, value: plainText(fact.value) }))
    .flatMap((fact, place) =>
      isLong(fact)
        ? [...headed(fact.label), ...said(fact.value, { spacing: 'Small' })]
        : [pair(fact, place === 0)],
    )
