import { addOpenTime, openTime } from '../../calendar/business-time.ts'
import { readClock } from '../../sla/clock.ts'
import { saysNothing } from '../../words/blank.ts'
import { calendarOf, clockOf, isOpen } from '../clocks.ts'
import type { TicketWish } from '../command.ts'
import { isPersonInCharge, mayConsent, ofSupplier } from '../permission.ts'
import type { Decision, Ground } from './ground.ts'
import { happened, nothingNew, notPermitted, refuse } from './ground.ts'
import { claimed, missed } from './met.ts'

/** Proposes the solution, never ends the ticket (RS.8). A missed target must be explained with it (std-v1, 100 %). */
export const resolve = (
  ground: Ground,
  { description, workaround, breachReason }: Extract<TicketWish, { do: 'ticket.resolve' }>,
): Decision => {
  const { ticket, person, stamp } = ground
  if (!ofSupplier(ticket, person)) return notPermitted('supplier')
  if (!isOpen(ticket)) return refuse({ code: 'wrong_status', status: ticket.status })
  if (saysNothing(description)) return refuse({ code: 'text_missing' })
  const late = [...claimed(ground), ...missed('resolution', ground)]
  const breached =
    Object.values(ticket.promised).some(({ breachedAt }) => breachedAt !== undefined) ||
    late.some(({ type }) => type === 'ticket.breached')
  const explained = saysNothing(breachReason ?? '') ? ticket.breachReason : breachReason?.trim()
  if (breached && explained === undefined) return refuse({ code: 'breach_reason_missing' })
  return happened(...late, {
    ...stamp,
    type: 'ticket.resolved',
    description,
    workaround,
    ...(breached && explained !== undefined ? { breachReason: explained } : {}),
  })
}

/** The customer's consent (RS.8, RS.C1b). Nobody of the supplier can give it. */
export const confirmSolution = ({ ticket, person, stamp, world }: Ground): Decision => {
  if (!mayConsent(world.directory, ticket, person)) return notPermitted('contact')
  if (ticket.resolution?.consent !== undefined) return nothingNew
  if (ticket.status !== 'resolved') return refuse({ code: 'wrong_status', status: ticket.status })
  return happened({ ...stamp, type: 'ticket.solution_confirmed' })
}

/** Not solved: back to work. Within the confirmation period the wait counts as running, after it as paused (clock-v1). */
export const rejectSolution = (
  { ticket, person, stamp, agreement, world }: Ground,
  { reason }: Extract<TicketWish, { do: 'ticket.reject_solution' }>,
): Decision => {
  if (!mayConsent(world.directory, ticket, person)) return notPermitted('contact')
  if (ticket.status !== 'resolved' || ticket.resolution === undefined)
    return refuse({ code: 'wrong_status', status: ticket.status })
  const { closure } = agreement
  const waited = openTime(calendarOf(agreement, closure.calendar), ticket.resolution.at, stamp.at)
  const { calendar, facts } = clockOf(ticket, 'resolution', agreement)
  const { stoppedAt: _, ...running } = facts
  const elapsed = (pauses: typeof facts.pauses) =>
    readClock(calendar, { ...running, pauses }, stamp.at).business
  return happened({
    ...stamp,
    type: 'ticket.solution_rejected',
    reason,
    waitCounts: waited <= closure.confirmationPeriod ? 'running' : 'paused',
    elapsedIfRunning: elapsed(facts.pauses),
    elapsedIfPaused: elapsed([...facts.pauses, { from: ticket.resolution.at, to: stamp.at }]),
  })
}

/** The supplier's person in charge confirms after the customer agreed; only then the ticket is closed (X2). */
export const close = ({ ticket, person, stamp, world }: Ground): Decision => {
  if (!isPersonInCharge(world.directory, ticket, person)) return notPermitted('person_in_charge')
  if (ticket.status === 'closed') return nothingNew
  if (ticket.status !== 'resolved') return refuse({ code: 'wrong_status', status: ticket.status })
  if (ticket.resolution?.consent === undefined) return refuse({ code: 'awaiting_customer_consent' })
  return happened({ ...stamp, type: 'ticket.closed' })
}

/** Closed but back again, within the agreed window; later it becomes a new, linked ticket. */
export const reopen = (
  { ticket, person, stamp, agreement, world }: Ground,
  { reason }: Extract<TicketWish, { do: 'ticket.reopen' }>,
): Decision => {
  if (!mayConsent(world.directory, ticket, person) && !ofSupplier(ticket, person))
    return notPermitted('contact')
  if (isOpen(ticket) && ticket.reopened > 0) return nothingNew
  if (ticket.status !== 'closed' || ticket.closedAt === undefined)
    return refuse({ code: 'wrong_status', status: ticket.status })
  if (saysNothing(reason)) return refuse({ code: 'reason_missing' })
  const { closure } = agreement
  const until = addOpenTime(calendarOf(agreement, closure.calendar), ticket.closedAt, closure.reopenWindow)
  if (until !== undefined && stamp.at > until)
    return refuse({ code: 'reopen_window_passed', closedAt: ticket.closedAt })
  return happened({ ...stamp, type: 'ticket.reopened', reason })
}

/** The customer's 1–5 after closing (M3.2); a comment may be added to a score already given. Staff can't press it. */
export const rate = (
  { ticket, person, stamp, world }: Ground,
  { score, comment }: Extract<TicketWish, { do: 'ticket.rate' }>,
): Decision => {
  if (!mayConsent(world.directory, ticket, person)) return notPermitted('contact')
  if (ticket.status !== 'closed') return refuse({ code: 'not_rateable' })
  if (ticket.rating?.score === score && (comment === undefined || comment === ticket.rating.comment))
    return nothingNew
  return happened({ ...stamp, type: 'ticket.rated', score, ...(comment === undefined ? {} : { comment }) })
}
