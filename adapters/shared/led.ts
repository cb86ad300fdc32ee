import type { Card } from '../../src/chat/card.ts'
import { toned } from './toned.ts'

/** Without a title the first words of a card carry the sign of its tone. */
export const led = ({ title, tone, blocks: [first, ...rest] }: Card): Card['blocks'] => {
  if (first === undefined) return []
  return title === undefined && first.type === 'text'
    ? [{ ...first, text: toned(first.text, tone) }, ...rest]
    : [first, ...rest]
}
