import type { Stamp, World } from '../item/item.ts'
import type { Directory } from '../people/directory.ts'
import { memberOf } from '../people/members.ts'
import { onDuty } from '../people/roster.ts'
import { isOpen } from './clocks.ts'
import type { TicketEvent } from './event.ts'
import type { Ticket } from './ticket.ts'

/** Who has it, or, while nobody took it, in whose queue it stands. */
const holderOf = ({ assignee, dispatchedTo }: Ticket): string | undefined => assignee ?? dispatchedTo

/** Work is owed on it and whoever has it is none of the supplier's people any more: nobody has it, whatever it says. */
export const isOrphan = (directory: Directory, ticket: Ticket): boolean => {
  const holder = holderOf(ticket)
  return (
    isOpen(ticket) && holder !== undefined && memberOf(directory, ticket, holder, 'supplier') === undefined
  )
}

/**
 * What opens a ticket again whose owner left while nothing was owed on it: it is queued in the same breath, so that whoever
 * gets it hears once what happened and that it is theirs.
 */
export const opensAnew = ({ type }: Pick<TicketEvent, 'type'>): boolean =>
  type === 'ticket.solution_rejected' || type === 'ticket.reopened' || type === 'ticket.contested'

/** It goes back into the queue, of whoever is on duty for its tier, else for the nearest higher or lower one (RS.5d). */
export const queueAnew = (ticket: Ticket, stamp: Stamp, { directory }: World): readonly TicketEvent[] => {
  if (!isOrphan(directory, ticket)) return []
  const tiers = ([1, 2, 3] as const).toSorted(
    (one, other) => Math.abs(one - ticket.tier - 0.1) - Math.abs(other - ticket.tier - 0.1),
  )
  const tier = tiers.find((one) => onDuty(directory, ticket.supplier, one, stamp.at).length > 0)
  const to = tier && onDuty(directory, ticket.supplier, tier, stamp.at)[0]
  return [
    {
      ...stamp,
      type: 'ticket.owner_left',
      was: holderOf(ticket) ?? '',
      tier: tier ?? ticket.tier,
      ...(to === undefined ? {} : { to }),
    },
  ]
}
