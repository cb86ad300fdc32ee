import type { Instant } from '../calendar/calendar.ts'
import type { Directory } from '../people/directory.ts'
import type { TicketEvent } from '../ticket/event.ts'
import type { Ticket } from '../ticket/ticket.ts'

/** Something that happened to a ticket: the event, the ticket before and after it, and the moment it is spoken of. */
export type Occasion = {
  readonly event: TicketEvent
  readonly before: Ticket | undefined
  readonly after: Ticket
  readonly seq: number
  readonly directory: Directory
  readonly now: Instant
}
