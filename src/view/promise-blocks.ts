import type { Bar } from '../chat/card.ts'
import { isOpen as isServed } from '../domain/calendar/business-time.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { TargetName } from '../domain/escalation/policy.ts'
import { readClock } from '../domain/sla/clock.ts'
import { type Clocked, clockOf, isOpen, isPaused, dueAt as runsOut } from '../domain/ticket/clocks.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Speech } from './reading.ts'

export const targetNames: readonly TargetName[] = ['response', 'resolution']

type Promising = Clocked & Pick<Ticket, 'status'>

/** The remaining time of a promise still to be kept; undefined once it was met, or when nothing is owed any more. */
export const clockBar = (
  ticket: Promising,
  target: TargetName,
  speech: Speech,
  now: Instant,
): Bar | undefined => {
  const { agreement, t, duration, moment } = speech
  const { metAt, breachedAt } = ticket.promised[target]
  if (agreement === undefined || metAt !== undefined || !isOpen(ticket)) return undefined
  const { calendar, facts, budget } = clockOf(ticket, target, agreement)
  const dueAt = breachedAt ?? runsOut(ticket, target, agreement)
  const counted = readClock(calendar, facts, now).business
  // Past its end it is over by what counted since, which is less than by its start where it was set later.
  const used =
    dueAt === undefined || now < dueAt
      ? counted
      : budget + readClock(calendar, { ...facts, startedAt: dueAt }, now).business
  const frame = { type: 'bar', label: t.card.targets[target], budget, used, asOf: now } as const
  const words = t.card.bar
  const total = duration(budget)
  const left = duration(budget - used)
  if (breachedAt !== undefined || used >= budget) {
    const ranOut = moment(dueAt ?? now)
    const text = isPaused(ticket)
      ? words.breachedPaused(ranOut)
      : used - budget < 1000
        ? words.breached(ranOut)
        : words.breachedBy(duration(used - budget), ranOut)
    return { ...frame, state: 'breached', text, ...(dueAt === undefined ? {} : { dueAt }) }
  }
  if (isPaused(ticket)) return { ...frame, state: 'paused', text: words.paused(left, total) }
  if (dueAt === undefined) return { ...frame, state: 'closed_hours', text: words.neverDue(left, total) }
  return isServed(calendar, now)
    ? { ...frame, state: 'running', text: words.running(left, total, moment(dueAt)), dueAt }
    : { ...frame, state: 'closed_hours', text: words.closedHours(left, total, moment(dueAt)), dueAt }
}

/** Every promise still to be kept, as bars. */
export const clockBars = (ticket: Promising, speech: Speech, now: Instant): readonly Bar[] =>
  targetNames.flatMap((target) => clockBar(ticket, target, speech, now) ?? [])

/** How a promise ended, in words: met, or missed and when; undefined while it still counts. */
export const promiseKept = (
  { promised }: Clocked,
  target: TargetName,
  { t, moment }: Speech,
): string | undefined => {
  const { metAt, breachedAt } = promised[target]
  if (metAt === undefined) return undefined
  return breachedAt === undefined
    ? t.card.bar.met(moment(metAt))
    : t.card.bar.metLate(moment(breachedAt), moment(metAt))
}
