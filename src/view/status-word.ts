import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Speech } from './reading.ts'

/** How a ticket stands, in one word of the field: of one that ended without a solution, how it ended. */
export const statusWord = (
  { t: { ticket: words } }: Pick<Speech, 't'>,
  { status, cancelled }: Pick<Ticket, 'status' | 'cancelled'>,
): string =>
  status === 'cancelled' && cancelled !== undefined
    ? words.cancellations[cancelled.how]
    : words.statuses[status]
