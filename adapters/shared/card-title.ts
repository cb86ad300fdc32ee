import { type Card, unfolded } from '../../src/chat/card.ts'
import { withToneSign } from './lead-with-tone.ts'
import { isBlank, plainText } from './plain-text.ts'

/** Something one comes back to gets a headline; a notice in passing only a line in bold. */
export const isPage = (card: Card): boolean =>
  card.tone === 'neutral' ||
  card.blocks.length === 0 ||
  unfolded(card).some(({ type }) => type === 'facts' || type === 'table')

/** Words on one line. */
export const oneLine = (text: string): string => plainText(text).replaceAll('\n', ' ')

/** The title of a card with the sign of its tone; nothing where there is none to read. */
export const titleOf = ({ title = '', tone }: Card): string | undefined => {
  const words = oneLine(title)
  return isBlank(words) ? undefined : withToneSign(words, tone)
}
