import type { Card } from '../chat/card.ts'
import type { Notice } from '../store/change.ts'
import type { Shape } from '../store/living.ts'

/** Among everything else that is said in a conversation a line names what it is about. */
const named = (card: Card, item: string): Card => {
  const [first, ...rest] = card.blocks
  return first?.type === 'text' && card.title === undefined
    ? { ...card, blocks: [{ ...first, text: `${item} · ${first.text}` }, ...rest] }
    : card
}

/** What a notice reads where it stands like this. */
export const shaped = (
  { card, brief = card, repeats }: Pick<Notice, 'card' | 'brief' | 'repeats'>,
  shape: Shape | undefined,
  item: string,
): Card => {
  switch (shape) {
    case 'brief':
      // What is asked again is done on the card above.
      return repeats ? { ...brief, buttons: [] } : brief
    case 'named':
      return named(brief, item)
    default:
      return card
  }
}
