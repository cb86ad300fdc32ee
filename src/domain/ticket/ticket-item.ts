import type { Item } from '../item/item.ts'
import { agreementOf } from './clocks.ts'
import type { TicketCommand } from './command.ts'
import { decide } from './decide.ts'
import type { TicketEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { moments } from './moments.ts'
import { isOrphan } from './orphan.ts'
import type { TicketRefusal } from './refusal.ts'
import type { Ticket } from './ticket.ts'

/** One incident, from the report to the closure both parties agreed to: the first kind of work. */
export const ticketItem: Item<Ticket, TicketCommand, TicketEvent, TicketRefusal> = {
  kind: 'ticket',
  version: 5,
  decide,
  evolve,
  due: (ticket, now, { directory }) =>
    isOrphan(directory, ticket) || moments(ticket, agreementOf(directory, ticket)).some(({ at }) => at <= now)
      ? [{ do: 'ticket.wake', at: now, by: { kind: 'bot' } }]
      : [],
  nextDue: (ticket, { directory }) => {
    // Nobody has it although work is owed: that is to be seen to at once.
    if (isOrphan(directory, ticket)) return ticket.acceptedAt
    const all = moments(ticket, agreementOf(directory, ticket)).map(({ at }) => at)
    const next = Math.min(...all)
    return Number.isFinite(next) ? next : undefined
  },
}
