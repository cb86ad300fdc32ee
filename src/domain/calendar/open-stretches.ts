import type { Calendar, Instant } from './calendar.ts'
import { timelineOf } from './timeline.ts'
import { utcYear } from './zone.ts'

/** What of the service hours lies inside a time frame, from an opening to the next closing. */
export type Opened = { readonly from: Instant; readonly to: Instant }

/** Every stretch of open time between two instants, in order; one that runs on over midnight or New Year is one stretch. */
export const openStretches = (calendar: Calendar, from: Instant, to: Instant): readonly Opened[] => {
  const timeline = timelineOf(calendar)
  const found: Opened[] = []
  for (let year = utcYear(from); year <= utcYear(to); year += 1) {
    for (const open of timeline(year).stretches) {
      const stretch = { from: Math.max(open.from, from), to: Math.min(open.to, to) }
      if (stretch.from >= stretch.to) continue
      const last = found.at(-1)
      if (last?.to === stretch.from) found[found.length - 1] = { from: last.from, to: stretch.to }
      else found.push(stretch)
    }
  }
  return found
}
