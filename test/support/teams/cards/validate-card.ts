import { ruleProblems } from './card-rules.ts'
import { cardShape } from './card-shape.ts'
import { parsingProblems } from './official-parser.ts'

/** The most a card may take, UTF-8 bytes of its JSON. */
const most = 36_000

/** Everything that is wrong with an Adaptive Card of ours: to the official parser, to Teams, and to ourselves. */
export const validateCard = (card: unknown): readonly string[] => {
  const json = JSON.stringify(card) ?? ''
  const size = Buffer.byteLength(json)
  const shape = cardShape(card, '')
  // What is no card at all needs no second opinion.
  if (shape.length > 0) return shape
  return [
    ...(size > most ? [`${size} bytes`] : []),
    ...parsingProblems(JSON.parse(json)),
    ...ruleProblems(card),
  ]
}
