import type { TicketEvent } from './event.ts'
import { contested } from './evolve-promise.ts'
import type { LinkBody } from './link-event.ts'
import { withMerged, withoutMerged } from './merge.ts'
import type { Ticket } from './ticket.ts'

/** What the end without a solution makes of a ticket, and what ties it to another one or parts the two. */
export const evolveLink = (
  ticket: Ticket,
  event: Extract<TicketEvent, { readonly type: LinkBody['type'] }>,
): Ticket => {
  switch (event.type) {
    case 'ticket.cancelled': {
      const { how, reason, master } = event
      return {
        ...ticket,
        status: 'cancelled',
        escalations: [],
        cancelled: {
          how,
          reason,
          ...(master === undefined ? {} : { master }),
          at: event.at,
        },
      }
    }
    case 'ticket.contested':
      return contested(ticket, event)
    case 'ticket.duplicate_linked':
      return withMerged(ticket, event)
    case 'ticket.duplicate_unlinked':
      return withoutMerged(ticket, event)
    case 'ticket.split_off':
      return { ...ticket, splitOff: [...(ticket.splitOff ?? []), event.into] }
  }
}
