import type { Card } from '../../src/chat/card.ts'
import { stillCard } from '../../src/view/still-card.ts'
import { ticketCard } from '../../src/view/ticket-card.ts'
import type { TicketContext } from './on-ticket.ts'

/**
 * The ticket's card as an answer, as it stands at this moment. It offers what the person themselves may do, and, where it
 * answers a message in a room, what anybody there may.
 */
export const cardFor = (context: TicketContext): Card => {
  const { ticket, seq, place, message, person } = context
  const inPrivate = place.direct || message === undefined
  return stillCard(ticketCard(ticket, seq, { ...context, ...(inPrivate ? { alone: person } : {}) }), context)
}
