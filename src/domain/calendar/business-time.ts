import type { Calendar, Duration, Instant } from './calendar.ts'
import { countBefore } from './sorted.ts'
import { type OpenYear, type Timeline, timelineOf } from './timeline.ts'
import { utcYear } from './zone.ts'

/** How far ahead an opening is looked for before a calendar counts as one that never opens. */
const horizonYears = 50

/** The last stretch of the year that opens no later than the instant; undefined before the first. */
const lastOpened = ({ stretches }: OpenYear, at: Instant) =>
  stretches[countBefore(stretches, ({ from }) => from <= at) - 1]

const openUntil = (timeline: Timeline, at: Instant): Duration => {
  const year = timeline(utcYear(at))
  const last = lastOpened(year, at)
  return last === undefined ? year.before : year.before + last.before + Math.min(at, last.to) - last.from
}

/** Open time between two instants: what of it lies inside service hours. Zero when `to` is not after `from`. */
export const openTime = (calendar: Calendar, from: Instant, to: Instant): Duration => {
  if (to <= from) return 0
  const timeline = timelineOf(calendar)
  return openUntil(timeline, to) - openUntil(timeline, from)
}

/**
 * The earliest instant at which so much open time has elapsed since `from`: what is used up exactly at closing time is
 * reached at closing time, not next morning. No duration, or less, is reached at `from` itself. Undefined if the
 * calendar does not open for that long within 50 years.
 */
export const addOpenTime = (calendar: Calendar, from: Instant, duration: Duration): Instant | undefined =>
  openTimeFrom(calendar, from)(duration)

/** `addOpenTime` for many durations from one instant. */
export const openTimeFrom = (
  calendar: Calendar,
  from: Instant,
): ((duration: Duration) => Instant | undefined) => {
  const timeline = timelineOf(calendar)
  const opened = openUntil(timeline, from)
  const first = utcYear(from)
  return (duration) => {
    if (duration <= 0) return from
    const goal = opened + duration
    // Guessed by what one year opens, so that ten years ahead cost no more than a day; then the right one is near.
    const each = timeline(first).total
    const guess = each === 0 ? 0 : Math.min(Math.floor(duration / each), horizonYears)
    let year = first + guess
    while (year > first && timeline(year).before >= goal) year -= 1
    for (; year <= first + horizonYears; year += 1) {
      const { before, stretches, total } = timeline(year)
      const left = goal - before
      if (total < left) continue
      const reaching = stretches[countBefore(stretches, (stretch) => stretch.before < left) - 1]
      if (reaching !== undefined) return reaching.from + left - reaching.before
    }
    return undefined
  }
}

/** Whether service is being given at an instant: from the opening on, up to but not including the closing. */
export const isOpen = (calendar: Calendar, at: Instant): boolean => {
  const last = lastOpened(timelineOf(calendar)(utcYear(at)), at)
  return last !== undefined && at < last.to
}

/** The instant itself if it is inside service hours, otherwise the next opening; undefined if none within 50 years. */
export const nextOpening = (calendar: Calendar, at: Instant): Instant | undefined => {
  if (isOpen(calendar, at)) return at
  const timeline = timelineOf(calendar)
  const first = utcYear(at)
  for (let year = first; year <= first + horizonYears; year += 1) {
    const next = timeline(year).stretches.find(({ from }) => from > at)
    if (next !== undefined) return next.from
  }
  return undefined
}
