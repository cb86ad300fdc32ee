import type { Card } from '../chat/card.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Directory } from '../domain/people/directory.ts'
import { staysShown } from '../domain/people/stays-shown.ts'
import type { StaleCard } from '../store/living.ts'
import { outdatedCard } from '../view/outdated-card.ts'
import type { Subject } from '../work/in-hand.ts'
import { readerOf } from './reader-of.ts'

/** A card as it reads now; `acts`: of a notice, what can still be done by it. */
export type Drawing = { readonly card: Card; readonly acts?: readonly string[] }

/**
 * What a followed card reads as now, for whoever reads it where it stands: the item as it is, or the notice without what
 * cannot be done any more. Undefined where who reads along there now has no claim to it.
 */
export const drawingOf = (
  { message, audience, language, zone, notice }: Omit<StaleCard, 'drawnSeq' | 'acts'>,
  { item, face, belongs }: Subject,
  at: { readonly now: Instant; readonly directory: Directory },
): Drawing | undefined => {
  if (!staysShown(at.directory, message, belongs[audience])) return undefined
  const alone = notice && readerOf(notice, message, belongs, at.directory)
  if (alone === 'gone') return undefined
  const reading = { language, zone, ...at, audience, alone }
  return notice === undefined || notice.living !== undefined
    ? { card: face.card(item, reading) }
    : outdatedCard(notice.card, face.offers(item, reading), () => face.stands(item.state, reading))
}
