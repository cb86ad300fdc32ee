import type { Card } from '../chat/card.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Directory } from '../domain/people/directory.ts'
import { staysShown } from '../domain/people/stays-shown.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { StaleCard } from '../store/living.ts'
import type { Loaded } from '../store/store.ts'
import { outdatedCard } from '../view/outdated-card.ts'
import { ticketCard } from '../view/ticket-card.ts'
import { readerOf } from './reader-of.ts'

/** A card as it reads now; `acts`: of a notice, what can still be done by it. */
export type Drawing = { readonly card: Card; readonly acts?: readonly string[] }

/**
 * What a followed card reads as now, for whoever reads it where it stands: the ticket as it is, or the notice without what
 * cannot be done any more. Undefined where who reads along there now has no claim to it.
 */
export const drawingOf = (
  { message, audience, language, zone, notice }: Omit<StaleCard, 'drawnSeq' | 'acts'>,
  { state, seq }: Loaded,
  at: { readonly now: Instant; readonly directory: Directory },
): Drawing | undefined => {
  const ticket = state as Ticket
  if (!staysShown(at.directory, message, ticket[audience])) return undefined
  const alone = notice && readerOf(notice, message, ticket, at.directory)
  if (alone === 'gone') return undefined
  const reading = { language, zone, ...at, audience, alone }
  return notice === undefined || notice.living !== undefined
    ? { card: ticketCard(ticket, seq, reading) }
    : outdatedCard(notice.card, ticket, seq, reading)
}
