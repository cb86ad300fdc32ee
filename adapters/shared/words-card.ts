import { type Card, card } from '../../src/chat/card.ts'

/** Plain words as a card. */
export const wordsCard = (words: string, tone: Card['tone'] = 'neutral'): Card =>
  card({ tone, summary: words, blocks: [{ type: 'text', text: words }] })
