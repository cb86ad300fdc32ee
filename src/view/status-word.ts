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

/** The same after what sort of work it is, where that is no incident: a request is known at a glance. */
export const standingWords = (
  speech: Pick<Speech, 't'>,
  ticket: Pick<Ticket, 'status' | 'cancelled' | 'work'>,
): string =>
  ticket.work === 'service_request'
    ? speech.t.common.row([speech.t.ticket.works.service_request, statusWord(speech, ticket)])
    : statusWord(speech, ticket)
