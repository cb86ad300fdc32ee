import type { Agreement } from '../agreement/agreement.ts'
import type { Priority } from '../agreement/matrix.ts'
import { presses, targetOf } from '../agreement/work.ts'
import { nextOpening } from '../calendar/business-time.ts'
import type { Duration, Instant } from '../calendar/calendar.ts'
import { calendarOf, isPaused } from './clocks.ts'
import type { OpenEscalation, Ticket } from './ticket.ts'

/** An escalation that is to be repeated: when, and to whom of those who have not acknowledged it. */
type Repeat = { readonly escalation: OpenEscalation; readonly to: readonly string[]; readonly at: Instant }

const indexOf = ({ policy }: Agreement, { rung, target }: OpenEscalation): number =>
  policy.rungs.findIndex((one) => one.id === rung && one.target === target)

/** Where a rung stands in the ladder; above all of it what somebody escalated by hand, which is no rung. */
const heightOf = (agreement: Agreement, escalation: OpenEscalation): number => {
  const index = indexOf(agreement, escalation)
  return index === -1 ? agreement.policy.rungs.length : index
}

/** How soon an unacknowledged escalation is asked again: wall time, because managers are reached at any hour. */
const askAgainEvery = (agreement: Agreement, escalation: OpenEscalation, priority: Priority): Duration => {
  const { rungs } = agreement.policy
  const any = rungs.find((rung) => rung.askAgainEvery !== undefined)
  const own = rungs[indexOf(agreement, escalation)]
  return (own?.askAgainEvery ?? any?.askAgainEvery)?.[priority] ?? Number.POSITIVE_INFINITY
}

/** A manager is reached at any hour, of a request only in its service hours; where these never come again, at once. */
const notBefore = (agreement: Agreement, ticket: Ticket, at: Instant): Instant =>
  ticket.work === 'service_request'
    ? (nextOpening(calendarOf(agreement, targetOf(agreement, ticket).calendar), at) ?? at)
    : at

/**
 * Whom the bot asks again to acknowledge (hard rule 1): each person for the highest rung that waits for them and for no
 * other, as often as the most insistent of those rungs demands. Pausing the clock silences it, except for P1 (hard rule 7).
 */
export const repeats = (ticket: Ticket, agreement: Agreement): readonly Repeat[] => {
  if (isPaused(ticket) && !(ticket.priority === 'P1' && presses(ticket))) return []
  const byHeight = ticket.escalations.toSorted(
    (one, other) => heightOf(agreement, other) - heightOf(agreement, one),
  )
  const asked = new Set<string>()
  return byHeight.flatMap((escalation, index) => {
    const to = escalation.waitingFor.filter((id) => !asked.has(id))
    for (const id of to) asked.add(id)
    if (to.length === 0) return []
    const theirs = byHeight.slice(index).filter(({ waitingFor }) => waitingFor.some((id) => to.includes(id)))
    const every = Math.min(...theirs.map((one) => askAgainEvery(agreement, one, ticket.priority)))
    return [{ escalation, to, at: notBefore(agreement, ticket, escalation.askedAt + every) }]
  })
}
