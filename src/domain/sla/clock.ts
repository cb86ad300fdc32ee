import { openTime, openTimeFrom } from '../calendar/business-time.ts'
import type { Calendar, Duration, Instant } from '../calendar/calendar.ts'
import { pausesWithin, type Span } from './pauses.ts'

/**
 * The facts a clock is computed from, all of them taken from the log, never typed in (M2.4): when the ticket was
 * accepted, when it waited for the customer, when the target was met.
 */
export type ClockFacts = {
  readonly startedAt: Instant
  readonly pauses: readonly Span[]
  readonly stoppedAt?: Instant
}

/** What a clock shows at a moment. `running + paused = wall`, always (I2). Business time counts open hours only. */
export type ClockReading = {
  /** Business time elapsed, pauses left out. */
  readonly business: Duration
  /** Wall time since the start, up to the stop. */
  readonly wall: Duration
  /** Wall time of it during which the clock ran, inside or outside service hours. */
  readonly running: Duration
  /** Wall time of it spent in pauses. */
  readonly paused: Duration
}

/**
 * What the clock shows at an instant, from the facts as they are known: pauses that begin later do not count yet, one that
 * is still on lasts until then, and nothing moves after the stop. Before the start it shows zeros. Each figure only ever
 * grows with `at` (I3).
 */
export const readClock = (calendar: Calendar, facts: ClockFacts, at: Instant): ClockReading => {
  const { startedAt, stoppedAt = at } = facts
  const until = Math.max(startedAt, Math.min(at, stoppedAt))
  const wall = until - startedAt
  let business = openTime(calendar, startedAt, until)
  let paused = 0
  for (const { from, to } of pausesWithin(facts.pauses, startedAt, until)) {
    business -= openTime(calendar, from, to)
    paused += to - from
  }
  return { business, wall, running: wall - paused, paused }
}

/**
 * The earliest instant at which the clock shows so much business time, given the pauses known now: it moves when they
 * change. Nothing, or less, is reached at the start. Undefined while a pause that is still on holds it back, when the
 * clock stopped before, or when the calendar does not open for that long within 50 years.
 */
export const reaches = (calendar: Calendar, facts: ClockFacts, business: Duration): Instant | undefined =>
  reachesOf(calendar, facts)(business)

/** `reaches` of one clock for many amounts of business time. */
export const reachesOf = (
  calendar: Calendar,
  { startedAt, stoppedAt = Number.POSITIVE_INFINITY, pauses }: ClockFacts,
): ((business: Duration) => Instant | undefined) => {
  /** Each stretch in which the clock runs: how much it counts, and when so much of it has been counted. */
  const stretches: { readonly counted: Duration; readonly after: ReturnType<typeof openTimeFrom> }[] = []
  let running = startedAt
  for (const { from, to } of pausesWithin(pauses, startedAt, stoppedAt)) {
    stretches.push({ counted: openTime(calendar, running, from), after: openTimeFrom(calendar, running) })
    running = to
  }
  if (running !== Number.POSITIVE_INFINITY)
    stretches.push({ counted: Number.POSITIVE_INFINITY, after: openTimeFrom(calendar, running) })
  return (business) => {
    let left = business
    for (const { counted, after } of stretches) {
      if (left > counted) {
        left -= counted
        continue
      }
      const reached = after(left)
      return reached !== undefined && reached <= stoppedAt ? reached : undefined
    }
    return undefined
  }
}
