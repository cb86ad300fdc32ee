import type { Instant } from '../domain/calendar/calendar.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'

/** Something that happened to a ticket: the event, the ticket before and after it, and the moment it is spoken of. */
export type Occasion = {
  readonly event: TicketEvent
  readonly before: Ticket | undefined
  readonly after: Ticket
  readonly seq: number
  readonly directory: Directory
  readonly now: Instant
}
