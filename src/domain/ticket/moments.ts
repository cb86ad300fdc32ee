import type { Agreement } from '../agreement/agreement.ts'
import type { Priority } from '../agreement/matrix.ts'
import { targetOf } from '../agreement/work.ts'
import { addOpenTime } from '../calendar/business-time.ts'
import type { Duration, Instant } from '../calendar/calendar.ts'
import type { Reach, Rung, TargetName } from '../escalation/policy.ts'
import { reachesOf } from '../sla/clock.ts'
import { calendarOf, clockOf, isOpen, neverDue } from './clocks.ts'
import { firedKey, neverDueRung } from './evolve-rung.ts'
import { reminderAt } from './reminder-at.ts'
import { repeats } from './repeats.ts'
import type { OpenEscalation, Ticket } from './ticket.ts'

/** A moment at which the bot itself has something to do for a ticket. */
export type Moment = { readonly at: Instant } & (
  | { readonly kind: 'rung'; readonly rung: Rung; readonly order: number }
  /** `to`: those of its people whom no higher rung asks. */
  | { readonly kind: 'repeat'; readonly escalation: OpenEscalation; readonly to: readonly string[] }
  | { readonly kind: 'consent'; readonly count: number }
  | { readonly kind: 'confirmation' | 'answer' | 'nudge' }
  | { readonly kind: 'never_due'; readonly target: TargetName }
)

const amount = (reach: Reach, budget: Duration, priority: Priority): Duration | undefined =>
  'share' in reach ? reach.share * budget : reach.after[priority]

/** When a rung of a target is reached on the ticket's own clock, never before that target was set; undefined while a pause holds it. */
const rungMoments = (ticket: Ticket, target: TargetName, agreement: Agreement) => {
  const { calendar, facts, budget } = clockOf(ticket, target, agreement)
  const reached = reachesOf(calendar, facts)
  return ({ reach }: Rung): Instant | undefined => {
    const all = reach.flatMap((one) => {
      const needed = amount(one, budget, ticket.priority)
      const at = needed === undefined ? undefined : reached(Math.round(needed))
      return at === undefined ? [] : [at]
    })
    return all.length === 0 ? undefined : Math.max(Math.min(...all), ticket.promised[target].since)
  }
}

/** When a rung is reached, as things stand. */
export const rungMoment = (ticket: Ticket, rung: Rung, agreement: Agreement): Instant | undefined =>
  rungMoments(ticket, rung.target, agreement)(rung)

const rungs = (ticket: Ticket, agreement: Agreement): readonly Moment[] => {
  const fired = new Set(ticket.fired)
  const open = (['response', 'resolution'] as const).flatMap((target) => {
    const { metAt, epoch } = ticket.promised[target]
    return metAt === undefined
      ? [{ target, epoch, moment: rungMoments(ticket, target, agreement) } as const]
      : []
  })
  return agreement.policy.rungs.flatMap((rung, order) => {
    const found = open.find(({ target }) => target === rung.target)
    if (found === undefined || fired.has(firedKey({ ...found, rung: rung.id }))) return []
    const at = found.moment(rung)
    return at === undefined ? [] : [{ kind: 'rung', at, rung, order } as const]
  })
}

/**
 * When the n-th reminder of a proposed solution is due: the agreed ones to the reporter, then one step later the contact
 * and both supervisors, then again every confirmation period. It never ends in a close (RS.8).
 */
export const consentDelay = (
  { reminders, confirmationPeriod }: Agreement['closure'],
  count: number,
): Duration => {
  const last = reminders.at(-1) ?? confirmationPeriod
  const step = last - (reminders.at(-2) ?? 0)
  return reminders[count - 1] ?? last + step + (count - reminders.length - 1) * confirmationPeriod
}

const afterResolved = (ticket: Ticket, { closure, calendars }: Agreement): readonly Moment[] => {
  const { resolution } = ticket
  const calendar = calendars[closure.calendar]
  if (ticket.status !== 'resolved' || resolution === undefined || calendar === undefined) return []
  if (resolution.consent !== undefined) {
    const from = resolution.confirmationRemindedAt ?? resolution.consent.at
    const after = closure.reminders[0] ?? closure.confirmationPeriod
    return [{ kind: 'confirmation', at: reminderAt(calendar, from, after) }]
  }
  const count = resolution.consentReminders + 1
  return [{ kind: 'consent', at: reminderAt(calendar, resolution.at, consentDelay(closure, count)), count }]
}

const answer = (ticket: Ticket, agreement: Agreement): readonly Moment[] => {
  const { ask } = ticket
  if (ask?.deliveredAt === undefined) return []
  const { calendar, answerReminderAfter } = targetOf(agreement, ticket)
  const from = ask.remindedAt ?? ask.deliveredAt
  return [{ kind: 'answer', at: reminderAt(calendarOf(agreement, calendar), from, answerReminderAfter) }]
}

/** The engineer is nudged when the customer heard nothing for too long (RS.7); nobody owning it counts from the missed response. */
const nudge = (ticket: Ticket, agreement: Agreement): readonly Moment[] => {
  const since = ticket.status === 'new' ? ticket.promised.response.breachedAt : ticket.customerHeardAt
  if (since === undefined || ticket.status === 'on_hold') return []
  const { calendar, updateEvery } = targetOf(agreement, ticket)
  const at = addOpenTime(
    calendarOf(agreement, calendar),
    Math.max(since, ticket.nudgedAt ?? since),
    updateEvery,
  )
  return at === undefined ? [] : [{ kind: 'nudge', at }]
}

/** A promise without a moment is told of as soon as it is made: nothing else would ever wake the bot for it. */
const endless = (ticket: Ticket, agreement: Agreement): readonly Moment[] =>
  (['response', 'resolution'] as const).flatMap((target) => {
    const { epoch, since } = ticket.promised[target]
    return neverDue(ticket, target, agreement) &&
      !ticket.fired.includes(firedKey({ rung: neverDueRung, target, epoch }))
      ? [{ kind: 'never_due', at: since, target } as const]
      : []
  })

const listed = (ticket: Ticket, agreement: Agreement): readonly Moment[] =>
  isOpen(ticket)
    ? [
        ...rungs(ticket, agreement),
        ...repeats(ticket, agreement).map((repeat) => ({ kind: 'repeat', ...repeat }) as const),
        ...answer(ticket, agreement),
        ...nudge(ticket, agreement),
        ...endless(ticket, agreement),
      ]
    : afterResolved(ticket, agreement)

const known = new WeakMap<Ticket, { readonly under: Agreement; readonly moments: readonly Moment[] }>()

/**
 * Everything the bot will have to do for this ticket as things stand, unsorted. One list serves `due`, `decide` and
 * `nextDue`, and is made once for a state, which never changes.
 */
export const moments = (ticket: Ticket, agreement: Agreement): readonly Moment[] => {
  const found = known.get(ticket)
  if (found?.under === agreement) return found.moments
  const made = listed(ticket, agreement)
  known.set(ticket, { under: agreement, moments: made })
  return made
}
