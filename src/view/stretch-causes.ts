import type { Instant } from '../domain/calendar/calendar.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import { evolve } from '../domain/ticket/evolve.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'

/**
 * Why a stretch of a ticket's time counts or not, where it is not plain work: the customer was asked; they contested that
 * pause, so it counts; a proposed solution awaited their word, which they refused; it was solved until it was reopened.
 */
export type Cause = 'asked' | 'struck' | 'waited' | 'waitedLong' | 'closed'

export type Caused = { readonly cause: Cause; readonly from: Instant; readonly to: Instant }

const causedBy = (before: Ticket, event: TicketEvent): readonly Caused[] => {
  const until = (cause: Cause, from: Instant | undefined): readonly Caused[] =>
    from === undefined || from >= event.at ? [] : [{ cause, from, to: event.at }]
  switch (event.type) {
    case 'ticket.pause_contested':
      return until('struck', event.from)
    case 'ticket.solution_rejected':
      return until(event.waitCounts === 'running' ? 'waited' : 'waitedLong', before.resolution?.at)
    case 'ticket.reopened':
      return until('closed', before.promised.resolution.metAt)
    default:
      return []
  }
}

/** The stretches of a log that need their cause said. Any other pause is a request to the customer. */
export const stretchCauses = (log: readonly TicketEvent[]): readonly Caused[] => {
  let before: Ticket | undefined
  return log.flatMap((event) => {
    const caused = before === undefined ? [] : causedBy(before, event)
    before = evolve(before, event)
    return caused
  })
}
