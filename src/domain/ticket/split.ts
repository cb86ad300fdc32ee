import type { Instant } from '../calendar/calendar.ts'
import type { Wished } from '../item/kinds.ts'
import { pausesWithin } from '../sla/pauses.ts'
import type { TicketEvent } from './event.ts'
import type { SplitFrom } from './link-event.ts'
import type { Ticket } from './ticket.ts'

/**
 * What another trouble of the same report takes with it when it becomes a ticket of its own: the moment it was reported, and
 * the waits since then. A response that was given was given to both, so the next one counts from now.
 */
export const partOf = ({ id, acceptedAt, pauses, promised }: Ticket, at: Instant): SplitFrom => {
  const { metAt, startedAt } = promised.response
  const responseFrom = metAt === undefined ? startedAt : at
  return {
    ticket: id,
    acceptedAt,
    pauses: pausesWithin(pauses, acceptedAt, at),
    ...(responseFrom === undefined ? {} : { responseFrom }),
  }
}

/** Whether it takes with it what is that ticket's, no earlier start and no other wait. */
export const isPartOf = (part: SplitFrom, ticket: Ticket, at: Instant): boolean => {
  const own = partOf(ticket, at)
  return (
    part.ticket === own.ticket &&
    part.acceptedAt === own.acceptedAt &&
    (part.responseFrom === undefined) === (own.responseFrom === undefined) &&
    (part.responseFrom ?? 0) <= at &&
    part.pauses.every(({ from, to }) => own.pauses.some((pause) => pause.from <= from && to <= pause.to))
  )
}

/** What a report that was part of another one brings about there: the two know of each other. */
export const splitEffects = ({ event }: { readonly event: TicketEvent }): readonly Wished[] =>
  event.type === 'ticket.reported' && event.splitFrom !== undefined
    ? [
        {
          item: event.splitFrom.ticket,
          wish: { do: 'ticket.split', into: event.id, part: event.splitFrom },
        },
      ]
    : []
