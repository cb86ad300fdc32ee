import { isOpen } from '../clocks.ts'
import type { TicketWish } from '../command.ts'
import { mayConsent, ofSupplier } from '../permission.ts'
import { isPartOf } from '../split.ts'
import type { Decision, Ground } from './ground.ts'
import { happened, nothingNew, notPermitted, refuse } from './ground.ts'

/**
 * One report, two troubles: the other one is a ticket of its own from now on. Whoever may say what a report is about may say
 * so, until both agreed that all of it is solved; how old it is follows from this ticket alone.
 */
export const split = (
  { ticket, person, stamp, world }: Ground,
  { into, part }: Extract<TicketWish, { do: 'ticket.split' }>,
): Decision => {
  if (!ofSupplier(ticket, person) && !mayConsent(world.directory, ticket, person))
    return notPermitted('contact')
  if (ticket.splitOff?.includes(into)) return nothingNew
  if (!isOpen(ticket) && ticket.status !== 'resolved')
    return refuse({ code: 'wrong_status', status: ticket.status })
  if (into === ticket.id || !isPartOf(part, ticket, stamp.at))
    return refuse({ code: 'malformed', field: 'part' })
  return happened({ ...stamp, type: 'ticket.split_off', into })
}
