import type { Stamp, World } from '../item/item.ts'
import type { Directory } from '../people/directory.ts'
import { isOpen } from './clocks.ts'
import type { TicketEvent } from './event.ts'
import { consenters } from './permission.ts'
import type { Ticket } from './ticket.ts'

/** Who is asked whether it is the same as another one: whoever reported it, or, of one who left, who speaks for the customer. */
export const mergeAskees = (directory: Directory, ticket: Ticket): readonly string[] => {
  const may = consenters(directory, ticket)
  return may.includes(ticket.reporter) ? [ticket.reporter] : may
}

/** A merge is proposed and none of those who were asked can agree to it any more, though somebody else can. */
export const isMergeUnasked = (directory: Directory, ticket: Ticket): boolean => {
  const { merging } = ticket
  if (merging === undefined || !isOpen(ticket)) return false
  const may = consenters(directory, ticket)
  return may.length > 0 && !may.some((id) => merging.of.includes(id))
}

/** Whoever can say so now is asked in place of those who left. */
export const askMergeAnew = (ticket: Ticket, stamp: Stamp, { directory }: World): readonly TicketEvent[] =>
  isMergeUnasked(directory, ticket)
    ? [{ ...stamp, type: 'ticket.merge_reminded', of: mergeAskees(directory, ticket) }]
    : []
