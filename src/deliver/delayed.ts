import type { Card } from '../chat/card.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Owed } from '../store/store.ts'
import { moment } from '../text/format.ts'
import { texts } from '../text/texts.ts'

/** So long a notice may take without a word about it, ms (R2). */
const longMs = 5 * 60_000

/** Since when a notice is due: what is collected is not late before then. */
export const dueSince = ({ notice: { notBefore = 0 }, owedAt }: Pick<Owed, 'notice' | 'owedAt'>): Instant =>
  Math.max(owedAt, notBefore)

/** What a notice says when it goes out as this card: one that an outage held up says since when (R4). */
export const delayed = (card: Card, owed: Pick<Owed, 'notice' | 'owedAt'>, now: Instant): Card => {
  const { language, zone } = owed.notice
  const due = dueSince(owed)
  if (now - due <= longMs) return card
  const text = texts(language).notices.delayed(moment(due, { language, zone, now, zoned: false }))
  return { ...card, blocks: [...card.blocks, { type: 'note', text }] }
}
