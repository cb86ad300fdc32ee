import type { Item } from '../item/item.ts'
import type { Directory } from '../people/directory.ts'
import { agreementOf } from './clocks.ts'
import type { TicketCommand } from './command.ts'
import { decide } from './decide.ts'
import type { TicketEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { isUnasked } from './lower.ts'
import { isMergeUnasked } from './merging.ts'
import { moments } from './moments.ts'
import { isOrphan } from './orphan.ts'
import type { TicketRefusal } from './refusal.ts'
import type { Ticket } from './ticket.ts'

/** Somebody left who had it, or whose word it waits for: that is to be seen to at once. */
const isLeft = (directory: Directory, ticket: Ticket): boolean =>
  isOrphan(directory, ticket) || isUnasked(directory, ticket) || isMergeUnasked(directory, ticket)

/** One incident, from the report to the closure both parties agreed to: the first kind of work. */
export const ticketItem: Item<Ticket, TicketCommand, TicketEvent, TicketRefusal> = {
  kind: 'ticket',
  version: 8,
  decide,
  evolve,
  due: (ticket, now, { directory }) =>
    isLeft(directory, ticket) || moments(ticket, agreementOf(directory, ticket)).some(({ at }) => at <= now)
      ? [{ do: 'ticket.wake', at: now, by: { kind: 'bot' } }]
      : [],
  nextDue: (ticket, { directory }) => {
    if (isLeft(directory, ticket)) return ticket.acceptedAt
    const all = moments(ticket, agreementOf(directory, ticket)).map(({ at }) => at)
    const next = Math.min(...all)
    return Number.isFinite(next) ? next : undefined
  },
}
