import type { Priority } from '../agreement/matrix.ts'
import type { Instant } from '../calendar/calendar.ts'
import type { Stamp, World } from '../item/item.ts'
import type { Directory } from '../people/directory.ts'
import { isOpen } from './clocks.ts'
import type { TicketEvent } from './event.ts'
import { followersNow } from './followers.ts'
import { agreers } from './permission.ts'
import type { Ticket } from './ticket.ts'

/** Of those who may agree to a lower priority whoever reported what it is about; where none of them may, all who may. */
export const agreersToAsk = (
  directory: Directory,
  ticket: Ticket,
  to: Priority,
  at: Instant,
): readonly string[] => {
  const may = agreers(directory, ticket, to)
  const reported = [ticket.reporter, ...followersNow(directory, ticket, at)].filter((id) => may.includes(id))
  return reported.length > 0 ? reported : may
}

/** A lower priority is proposed and none of those who were asked can agree to it any more, though somebody else can. */
export const isUnasked = (directory: Directory, ticket: Ticket): boolean => {
  if (ticket.downgrade === undefined || !isOpen(ticket)) return false
  const { of = [ticket.reporter, ...ticket.followers], priority } = ticket.downgrade
  const may = agreers(directory, ticket, priority)
  return may.length > 0 && !may.some((id) => of.includes(id))
}

/** Whoever can agree to it now is asked in place of those who left. */
export const askAnew = (ticket: Ticket, stamp: Stamp, { directory }: World): readonly TicketEvent[] => {
  const { downgrade } = ticket
  if (downgrade === undefined || !isUnasked(directory, ticket)) return []
  const of = agreersToAsk(directory, ticket, downgrade.priority, stamp.at)
  return [{ ...stamp, type: 'ticket.downgrade_reminded', of }]
}
