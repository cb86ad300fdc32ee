import type { Card } from '../../src/chat/card.ts'
import { stillCard } from '../../src/view/still-card.ts'
import type { ItemContext } from './on-ticket.ts'

/**
 * The item's card as an answer, as it stands at this moment. It offers what the person themselves may do, and, where it
 * answers a message in a room, what anybody there may.
 */
export const cardFor = (context: ItemContext): Card => {
  const { item, place, message, person } = context
  const inPrivate = place.direct || message === undefined
  return stillCard(item.card({ ...context, ...(inPrivate ? { alone: person } : {}) }), context)
}
