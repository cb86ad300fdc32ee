import type { KnownBlock } from '@slack/types'
import type { Card } from '../../../src/chat/card.ts'
import { isBlank, lengthOf, plainText } from '../../shared/plain-text.ts'
import { toned } from '../../shared/toned.ts'
import { limits } from '../limits.ts'
import { plain } from '../text/plain.ts'
import { headed } from './words.ts'

/** Something one comes back to gets a headline; a notice in passing only a line in bold. */
const isPage = ({ blocks, tone }: Card): boolean =>
  tone === 'neutral' || blocks.length === 0 || blocks.some(({ type }) => type === 'facts' || type === 'table')

/** A headline, which screen readers find their way by; what is too long for one is a line in bold. */
export const headline = (text: string): readonly KnownBlock[] => {
  const words = plainText(text).replaceAll('\n', ' ')
  return !isBlank(words) && lengthOf(words) <= limits.header
    ? [{ type: 'header', text: plain(words, limits.header) }]
    : headed(words)
}

/** The title of a card with the sign of its tone. */
export const title = (card: Card): readonly KnownBlock[] => {
  const words = plainText(card.title ?? '').replaceAll('\n', ' ')
  if (isBlank(words)) return []
  return (isPage(card) ? headline : headed)(toned(words, card.tone))
}
