import type { KnownBlock } from '@slack/types'
import type { Card } from '../../../src/chat/card.ts'
import { isPage, oneLine, titleOf } from '../../shared/card-title.ts'
import { isBlank, lengthOf } from '../../shared/plain-text.ts'
import { limits } from '../limits.ts'
import { plain } from '../plain.ts'
import { headed } from './words.ts'

/** A headline, which screen readers find their way by; what is too long for one is a line in bold. */
export const headline = (text: string): readonly KnownBlock[] => {
  const words = oneLine(text)
  return !isBlank(words) && lengthOf(words) <= limits.header
    ? [{ type: 'header', text: plain(words, limits.header) }]
    : headed(words)
}

/** The title of a card with the sign of its tone. */
export const title = (card: Card): readonly KnownBlock[] => {
  const words = titleOf(card)
  if (words === undefined) return []
  return (isPage(card) ? headline : headed)(words)
}
