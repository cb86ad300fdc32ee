import type { Reading } from '../chat/reading.ts'
import { customerTicket } from '../domain/ticket/customer-ticket.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { speak } from './reading.ts'

/** How a ticket stands now, for a notice of it that offers less than when it was sent. */
export const standsSentence = (ticket: Ticket, reading: Reading): string => {
  const { t, name, zoned } = speak(reading, ticket)
  const { status, assignee } = customerTicket(ticket)
  return t.notices.stands(zoned(reading.now), t.ticket.statuses[status], assignee && name(assignee))
}
