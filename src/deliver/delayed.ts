import type { Card } from '../chat/card.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Owed } from '../store/store.ts'
import { moment } from '../text/format.ts'
import { texts } from '../text/texts.ts'

/** So long a notice may take without a word about it, ms (R2). */
const longMs = 5 * 60_000

/** What a notice says when it goes out as this card: one that an outage held up says since when (R4). */
export const delayed = (
  card: Card,
  { notice, owedAt }: Pick<Owed, 'notice' | 'owedAt'>,
  now: Instant,
): Card => {
  const { language, zone } = notice
  if (now - owedAt <= longMs) return card
  const text = texts(language).notices.delayed(moment(owedAt, { language, zone, now, zoned: false }))
  return { ...card, blocks: [...card.blocks, { type: 'note', text }] }
}
