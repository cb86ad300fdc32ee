import type { Agreement } from '../../agreement/agreement.ts'
import type { Priority } from '../../agreement/matrix.ts'
import { comparePriority, priorityFor } from '../../agreement/priority.ts'
import { targetOf, type Work } from '../../agreement/work.ts'
import { saysNothing } from '../../words/blank.ts'
import { isOpen } from '../clocks.ts'
import type { TicketWish } from '../command.ts'
import type { Judgement } from '../event.ts'
import { agreersToAsk } from '../lower.ts'
import { mayConsent, mayLower, morePressing, ofCustomer, ofSupplier } from '../permission.ts'
import type { TicketRefusal } from '../refusal.ts'
import type { Decision, Ground } from './ground.ts'
import { happened, nothingNew, notPermitted, refuse } from './ground.ts'

type Change = Pick<Ground['ticket'], 'impact' | 'urgency' | 'priority' | 'basis'> & {
  readonly reason: string
  readonly work?: Work
}

type Promising = Pick<Ground['ticket'], 'work' | 'priority'>

/** Whether less is promised than was: a lower priority, or as much later, or by other hours. */
const isLess = (agreement: Agreement, wanted: Promising, now: Promising): boolean => {
  if (comparePriority(wanted.priority, now.priority) > 0) return true
  const [then_, before] = [targetOf(agreement, wanted), targetOf(agreement, now)]
  return (
    (wanted.work ?? 'incident') !== (now.work ?? 'incident') &&
    wanted.work === 'service_request' &&
    (then_.response > before.response ||
      then_.resolution > before.resolution ||
      then_.calendar !== before.calendar)
  )
}

/** Why this person of the customer may not lower it so far, if they may not. */
const refusedLower = ({ ticket, person, world }: Ground, to: Priority): TicketRefusal | undefined => {
  const [pressing] = morePressing(ticket, to)
  return pressing === undefined || mayLower(world.directory, ticket, person, to)
    ? undefined
    : { code: 'lower_than_merged', ticket: pressing.ticket }
}

/** An upgrade is immediate; a downgrade by the supplier is only proposed, the customer's OK makes it so. */
const change = (ground: Ground, wanted: Change): Decision => {
  const { ticket, person, stamp, agreement, world } = ground
  const lower = isLess(agreement, { ...ticket, ...wanted }, ticket)
  const refused = lower && ofCustomer(ticket, person) ? refusedLower(ground, wanted.priority) : undefined
  if (refused !== undefined) return refuse(refused)
  return lower && ofSupplier(ticket, person)
    ? happened({
        ...stamp,
        type: 'ticket.downgrade_proposed',
        ...wanted,
        of: agreersToAsk(world.directory, ticket, wanted.priority, stamp.at),
      })
    : happened({ ...stamp, type: 'ticket.prioritised', ...wanted, was: ticket.priority })
}

/** The customer says how pressing it is and whom it affects; the engineer may correct both, with a reason (RS.5c). */
export const assess = (ground: Ground, wish: Extract<TicketWish, { do: 'ticket.assess' }>): Decision => {
  const { ticket, person, agreement } = ground
  const supplier = ofSupplier(ticket, person)
  if (!supplier && !ofCustomer(ticket, person)) return notPermitted('customer')
  if (!isOpen(ticket)) return refuse({ code: 'wrong_status', status: ticket.status })
  if (supplier && saysNothing(wish.reason)) return refuse({ code: 'reason_missing' })
  const stated = (now: Judgement, value: string | undefined): Judgement =>
    value === undefined ? now : { value, reason: wish.reason, suggested: false }
  const impact = stated(ticket.impact, wish.impact)
  const urgency = stated(ticket.urgency, wish.urgency)
  const priority = priorityFor(agreement, {
    impact: impact.value,
    urgency: urgency.value,
    category: ticket.category.value,
    work: ticket.work,
  })
  if (priority === undefined)
    return refuse({ code: 'unknown_level', value: `${impact.value}/${urgency.value}` })
  const said = (now: Judgement, then_: Judgement) =>
    now.value === then_.value && now.suggested === then_.suggested
  if (said(ticket.impact, impact) && said(ticket.urgency, urgency) && priority === ticket.priority)
    return nothingNew
  return change(ground, { impact, urgency, priority, basis: 'matrix', reason: wish.reason })
}

/** Sets the priority beside the matrix: the supplier's word, always with a reason both parties see. */
export const override = (
  ground: Ground,
  { priority, reason }: Extract<TicketWish, { do: 'ticket.override' }>,
): Decision => {
  const { ticket, person } = ground
  if (!ofSupplier(ticket, person)) return notPermitted('supplier')
  if (!isOpen(ticket)) return refuse({ code: 'wrong_status', status: ticket.status })
  if (saysNothing(reason)) return refuse({ code: 'reason_missing' })
  if (priority === ticket.priority) return nothingNew
  const { impact, urgency } = ticket
  return change(ground, { impact, urgency, priority, basis: 'override', reason })
}

/**
 * What sort of work it is (D5), by either party: its impact and urgency come to a priority of that sort, and the promises
 * are those of that sort. As with a priority the supplier cannot promise less on its own word.
 */
export const changeWork = (
  ground: Ground,
  { work, reason }: Extract<TicketWish, { do: 'ticket.change_work' }>,
): Decision => {
  const { ticket, person, agreement } = ground
  const { impact, urgency, category } = ticket
  if (!ofSupplier(ticket, person) && !mayConsent(ground.world.directory, ticket, person))
    return notPermitted('contact')
  if (!isOpen(ticket)) return refuse({ code: 'wrong_status', status: ticket.status })
  if (work === (ticket.work ?? 'incident')) return nothingNew
  const inputs = { impact: impact.value, urgency: urgency.value, category: category.value, work }
  const priority = priorityFor(agreement, inputs)
  if (priority === undefined)
    return refuse({ code: 'unknown_level', value: `${impact.value}/${urgency.value}` })
  return change(ground, { impact, urgency, priority, basis: 'matrix', work, reason })
}

/** Whether they have a say in the lower priority that is proposed, if one is. */
const hasSay = ({ ticket, person, world: { directory } }: Ground): boolean =>
  mayConsent(directory, ticket, person) ||
  (ticket.downgrade !== undefined && mayLower(directory, ticket, person, ticket.downgrade.priority))

/** The customer agrees to the lower priority that was proposed. */
export const agreeDowngrade = (ground: Ground): Decision => {
  const { ticket, person, stamp } = ground
  if (!hasSay(ground)) return notPermitted('contact')
  if (ticket.downgrade === undefined) return refuse({ code: 'no_downgrade' })
  const refused = refusedLower(ground, ticket.downgrade.priority)
  if (refused !== undefined) return refuse(refused)
  const { by: _, ...wanted } = ticket.downgrade
  return happened({
    ...stamp,
    type: 'ticket.prioritised',
    ...wanted,
    was: ticket.priority,
    agreedBy: person.id,
  })
}

/** The customer keeps the priority as it is. */
export const declineDowngrade = (
  ground: Ground,
  { reason }: Extract<TicketWish, { do: 'ticket.decline_downgrade' }>,
): Decision => {
  const { ticket, stamp } = ground
  if (!hasSay(ground)) return notPermitted('contact')
  if (ticket.downgrade === undefined) return refuse({ code: 'no_downgrade' })
  return happened({ ...stamp, type: 'ticket.downgrade_declined', reason })
}
