import type { World } from '../item/item.ts'
import type { Index } from '../item/reading.ts'
import { agreementOf, dueAt, isOpen } from './clocks.ts'
import type { Ticket } from './ticket.ts'

const waitingFor = (ticket: Ticket): readonly string[] => [
  ...(ticket.status === 'resolved' && ticket.resolution?.consent === undefined ? ['consent'] : []),
  ...(ticket.status === 'resolved' && ticket.resolution?.consent !== undefined ? ['confirmation'] : []),
  ...(ticket.status === 'closed' && ticket.rating === undefined ? ['rating'] : []),
  ...(ticket.ask === undefined ? [] : ['answer']),
  ...(ticket.downgrade === undefined ? [] : ['downgrade']),
  ...(ticket.merging === undefined ? [] : ['merge']),
  ...(ticket.escalations.length > 0 ? ['acknowledgement'] : []),
]

/** What lists and scopes need of a ticket. `dueAt` is the next promise still to be kept; paused tickets have none. */
export const ticketIndex = (ticket: Ticket, { directory }: World): Index => {
  const agreement = agreementOf(directory, ticket)
  const unmet = isOpen(ticket)
    ? (['response', 'resolution'] as const).flatMap((target) => {
        const due = ticket.promised[target].metAt === undefined ? dueAt(ticket, target, agreement) : undefined
        return due === undefined ? [] : [due]
      })
    : []
  return {
    supplier: ticket.supplier,
    customer: ticket.customer,
    open: ticket.status !== 'closed' && ticket.status !== 'cancelled',
    status: ticket.status,
    priority: ticket.priority,
    reporter: ticket.reporter,
    ...(ticket.assignee === undefined ? {} : { assignee: ticket.assignee }),
    ...(unmet.length === 0 ? {} : { dueAt: Math.min(...unmet) }),
    waitingFor: waitingFor(ticket),
  }
}
