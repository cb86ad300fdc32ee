import type { Directory } from '../people/directory.ts'
import { membersOf, type Parties } from '../people/members.ts'
import type { TicketEvent } from './event.ts'

/** The event with whom of those it tells it tells as the customer's people, as they are at this moment. */
export const withCustomers = (
  event: TicketEvent,
  directory: Pick<Directory, 'people'>,
  parties: Parties,
): TicketEvent => {
  switch (event.type) {
    case 'ticket.prewarned':
    case 'ticket.breached':
    case 'ticket.escalated':
    case 'ticket.escalated_by_hand':
    case 'ticket.escalation_repeated':
    case 'ticket.consent_reminded':
    case 'ticket.answer_reminded':
      return { ...event, customers: membersOf(directory, parties, 'customer', event.to) }
    default:
      return event
  }
}
