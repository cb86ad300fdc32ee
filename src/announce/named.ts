import type { TicketEvent } from '../domain/ticket/event.ts'

/** The people an event itself names to be told, of either side. A rung that was passed over names nobody. */
export const named = (event: TicketEvent): readonly string[] => {
  switch (event.type) {
    case 'ticket.dispatched':
    case 'ticket.owner_left':
      return event.to === undefined ? [] : [event.to]
    case 'ticket.reassigned':
      return [event.to]
    case 'ticket.downgrade_proposed':
      return event.of ?? []
    case 'ticket.downgrade_reminded':
    case 'ticket.merge_proposed':
    case 'ticket.merge_reminded':
      return event.of
    case 'ticket.customer_asked':
      return [event.of]
    case 'ticket.prewarned':
    case 'ticket.breached':
    case 'ticket.escalated':
    case 'ticket.escalation_repeated':
    case 'ticket.escalated_by_hand':
    case 'ticket.consent_reminded':
    case 'ticket.confirmation_reminded':
    case 'ticket.answer_reminded':
    case 'ticket.update_nudged':
    case 'ticket.never_due':
      return event.to
    default:
      return []
  }
}
