import { type Card, card } from '../../src/chat/card.ts'
import { plainClip } from './plain-clip.ts'
import { isBlank, plainText } from './plain-text.ts'

/** What stands for the card where it cannot be drawn. */
export const wordsOf = ({ summary, title = '' }: Pick<Card, 'summary' | 'title'>): string =>
  [summary, title].find((words) => !isBlank(plainText(words))) ?? '–'

/** The sentence for notifications, of at most `max` characters; one of several parts of a card says which it is. */
export const sentenceOf = (
  said: Pick<Card, 'summary' | 'title'>,
  { part, parts, max }: { readonly part: number; readonly parts: number; readonly max: number },
): string => {
  const words = plainClip(plainText(wordsOf(said)), max)
  return parts === 1 ? words : `${words} (${part + 1}/${parts})`
}

/** Plain words as a card. */
export const wordsCard = (words: string, tone: Card['tone'] = 'neutral'): Card =>
  card({ tone, summary: words, blocks: [{ type: 'text', text: words }] })
