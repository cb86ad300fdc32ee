import { nextOpening } from '../calendar/business-time.ts'
import type { Calendar, Instant } from '../calendar/calendar.ts'
import { openStretches } from '../calendar/open-stretches.ts'
import { day, hour } from '../calendar/units.ts'
import { instantOf, localTime } from '../calendar/zone.ts'

/** How long at most something good to know is collected in working hours, ms. */
const every = 2 * hour
/** Where service never ends, the day is counted from here. */
const morning = 9 * hour

const midnight = (zone: string, at: Instant): number => Math.floor(localTime(zone, at) / day) * day

/**
 * When what is good to know is told next: at the start of a working day and every two hours of it, by that calendar. Where no
 * working day comes any more, at once.
 */
export const nextDigest = (calendar: Calendar, at: Instant): Instant => {
  const { zone } = calendar
  const today = midnight(zone, at)
  if (calendar.hours === 'always') {
    const since = localTime(zone, at) - today - morning
    return instantOf(zone, today + morning + (Math.floor(since / every) + 1) * every)
  }
  const opened = openStretches(calendar, instantOf(zone, today), instantOf(zone, today + day))
  const [first, last] = [opened[0]?.from, opened.at(-1)?.to]
  if (first !== undefined && last !== undefined) {
    const next = at < first ? first : first + (Math.floor((at - first) / every) + 1) * every
    if (next < last) return next
  }
  return nextOpening(calendar, instantOf(zone, today + day)) ?? at
}
