import { type Card, card } from '../chat/card.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Language } from '../domain/people/sides.ts'
import { moment } from '../text/format.ts'
import { texts } from '../text/texts.ts'

/** The halves of the work of which nobody does one any more, or does again. */
export type Turn = {
  readonly turn: 'stopped' | 'returned'
  readonly parts: readonly ('waking' | 'sending')[]
  readonly since: Instant
}

/** What an administrator reads when nobody watches the clock or sends any more, and when somebody does again (R7). */
export const stoppedCard = (
  { turn, parts, since }: Turn,
  { language, zone, now }: { readonly language: Language; readonly zone: string; readonly now: Instant },
): Card => {
  const words = texts(language).app[turn]
  const at = moment(since, { language, zone, zoned: true, now })
  const sayings = parts.map((part) => words[part](at))
  return card({
    tone: turn === 'stopped' ? 'alarm' : 'good',
    summary: sayings[0] ?? words.title,
    title: words.title,
    blocks: [...sayings, words.next].map((text) => ({ type: 'text', text })),
  })
}
