import { actorId, type TicketEvent } from './event.ts'
import { contested, without } from './evolve-promise.ts'
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
        ...without(ticket, 'merging'),
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
    case 'ticket.merge_proposed': {
      const { master, reason, of } = event
      return { ...ticket, merging: { master, reason, of, by: actorId(event) } }
    }
    case 'ticket.merge_reminded':
      return ticket.merging === undefined
        ? ticket
        : { ...ticket, merging: { ...ticket.merging, of: event.of } }
    case 'ticket.merge_declined':
      return without(ticket, 'merging')
    case 'ticket.split_off':
      return { ...ticket, splitOff: [...(ticket.splitOff ?? []), event.into] }
  }
}
