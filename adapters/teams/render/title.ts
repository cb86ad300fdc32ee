import type { Card } from '../../../src/chat/card.ts'
import { isPage, oneLine, titleOf } from '../../shared/card-title.ts'
import { isBlank, lengthOf } from '../../shared/plain-text.ts'
import { limits } from '../limits.ts'
import type { Element } from './adaptive-card.ts'
import { isHarmless } from './client-syntax.ts'
import { rich, runs } from './rich.ts'
import { headed } from './words.ts'

/**
 * A headline, which screen readers find their way by. Only a block of Markdown can be one: words that could mean something
 * there look the same and are none.
 */
export const headline = (text: string): readonly Element[] => {
  const words = oneLine(text).trim()
  if (isBlank(words) || lengthOf(words) > limits.heading) return headed(words)
  const look = { size: 'Large', weight: 'Bolder' } as const
  return isHarmless(words)
    ? [{ type: 'TextBlock', text: words, style: 'heading', wrap: true, ...look }]
    : [rich(runs(words, look))]
}

/** The colour behind a title; what must not be missed stands out of the stream. */
const behind: { readonly [tone in Card['tone']]: string | undefined } = {
  neutral: undefined,
  info: undefined,
  good: 'good',
  warning: 'warning',
  alarm: 'attention',
}

/** The title of a card, with the sign and the colour of its tone. */
export const title = (card: Card): readonly Element[] => {
  const words = titleOf(card)
  if (words === undefined) return []
  const items = (isPage(card) ? headline : headed)(words)
  const style = behind[card.tone]
  return style === undefined ? items : [{ type: 'Container', style, bleed: true, items }]
}
