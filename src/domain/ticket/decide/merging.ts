import { isOpen } from '../clocks.ts'
import type { TicketWish } from '../command.ts'
import { mergeAskees } from '../merging.ts'
import { mayConsent } from '../permission.ts'
import type { Decision, Ground } from './ground.ts'
import { happened, nothingNew, notPermitted, refuse } from './ground.ts'

/** The supplier takes it for the same as another one: whoever reported it is asked, and until they agree nothing changes. */
export const proposeMerge = (
  { ticket, person, stamp, world }: Ground,
  master: string,
  reason: string,
): Decision => {
  const { merging } = ticket
  if (merging?.master === master && merging.by === person.id) return nothingNew
  const of = mergeAskees(world.directory, ticket)
  return happened({ ...stamp, type: 'ticket.merge_proposed', master, reason, of })
}

/** The customer agrees that both are one trouble: this one ends, and its reporter follows the other one. */
export const agreeMerge = (
  { ticket, person, stamp, world }: Ground,
  { master }: Extract<TicketWish, { do: 'ticket.agree_merge' }>,
): Decision => {
  if (!mayConsent(world.directory, ticket, person)) return notPermitted('contact')
  if (ticket.cancelled?.how === 'duplicate') return nothingNew
  if (!isOpen(ticket)) return refuse({ code: 'wrong_status', status: ticket.status })
  if (ticket.merging === undefined) return refuse({ code: 'no_merge' })
  if (master === ticket.id) return refuse({ code: 'duplicate_of_itself' })
  const { reason, by } = ticket.merging
  return happened({ ...stamp, type: 'ticket.cancelled', how: 'duplicate', reason, master, proposedBy: by })
}

/** The customer says that it is another trouble. */
export const declineMerge = (
  { ticket, person, stamp, world }: Ground,
  { reason }: Extract<TicketWish, { do: 'ticket.decline_merge' }>,
): Decision => {
  if (!mayConsent(world.directory, ticket, person)) return notPermitted('contact')
  if (ticket.merging === undefined) return refuse({ code: 'no_merge' })
  return happened({ ...stamp, type: 'ticket.merge_declined', reason })
}
