import { type Card, card } from '../chat/card.ts'
import type { Language } from '../domain/people/sides.ts'
import { texts } from '../text/texts.ts'

/**
 * What of the bot's own work could not be done: `effects` that should have followed from it in another item, what was `due`
 * itself, or even to look at it, which is a `fault` of ours. `refusal`: why, in words.
 */
export type LeftUndone = {
  readonly item: string
  readonly what: 'effects' | 'due' | 'fault'
  readonly refusal?: string
}

/** What an administrator reads of it, so that somebody does it by hand. */
export const leftUndoneCard = ({ item, what, refusal }: LeftUndone, language: Language): Card => {
  const { leftUndone } = texts(language).app
  const saying = leftUndone[what](item)
  return card({
    tone: 'warning',
    title: leftUndone.title,
    summary: saying,
    blocks: [
      { type: 'text', text: saying },
      ...(refusal === undefined ? [] : [{ type: 'quote', text: refusal } as const]),
      { type: 'text', text: leftUndone.next },
    ],
  })
}
