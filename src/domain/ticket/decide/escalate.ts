import { byHandTo, reach } from '../../people/roles.ts'
import { plain } from '../../words/plain.ts'
import { isOpen } from '../clocks.ts'
import type { TicketWish } from '../command.ts'
import { ofCustomer, ofSupplier } from '../permission.ts'
import type { Decision, Ground } from './ground.ts'
import { happened, nothingNew, notPermitted, refuse } from './ground.ts'

/**
 * Escalate now (hard rule 3): either side, with a reason. Each time it reaches one management level higher, on both sides; the
 * same words of the same person, while nobody took note of them, are the same escalation.
 */
export const escalate = (
  { ticket, person, stamp, agreement, world }: Ground,
  { reason }: Extract<TicketWish, { do: 'ticket.escalate' }>,
): Decision => {
  if (!ofSupplier(ticket, person) && !ofCustomer(ticket, person)) return notPermitted('customer')
  if (!isOpen(ticket)) return refuse({ code: 'wrong_status', status: ticket.status })
  const again = ticket.escalations.find(
    ({ byHand }) => byHand?.by === person.id && plain(byHand.reason).text === plain(reason).text,
  )
  if (again?.byHand !== undefined) {
    // Whom the supplier tells inside is not said to its customer.
    const own = (id: string): boolean => ofSupplier(ticket, person) || again.customers?.includes(id) === true
    return refuse({ code: 'already_escalated', to: again.waitingFor.filter(own), at: again.byHand.at })
  }
  const levels = agreement.policy.rungs.filter(
    ({ mechanism, target, reach: at }) =>
      mechanism === 'hierarchical' && target === 'resolution' && at.some((one) => 'share' in one),
  )
  const level = levels[Math.min(ticket.escalatedByHand, levels.length - 1)]
  const { to, emptyRoles } = reach(world.directory, ticket, [...byHandTo, ...(level?.to ?? [])], stamp.at)
  return happened({
    ...stamp,
    type: 'ticket.escalated_by_hand',
    side: person.side,
    reason,
    to: to.filter((id) => id !== person.id),
    emptyRoles,
  })
}

/** "I have it": no more repeats to this person (hard rule 1). The others are still asked. */
export const acknowledgeEscalation = ({ ticket, person, stamp }: Ground): Decision => {
  if (!ofSupplier(ticket, person) && !ofCustomer(ticket, person)) return notPermitted('customer')
  return ticket.escalations.some(({ waitingFor }) => waitingFor.includes(person.id))
    ? happened({ ...stamp, type: 'ticket.escalation_acknowledged' })
    : ticket.fired.length > 0 || ticket.escalatedByHand > 0
      ? nothingNew
      : refuse({ code: 'nothing_to_acknowledge' })
}
