import type { Calendar, Duration, Instant } from './calendar.ts'
import { type Hours, hoursOf } from './hours.ts'
import { day } from './units.ts'
import { instantOf } from './zone.ts'

/** Service is given from one instant up to another; `before` is the open time of its year up to the opening. */
type OpenStretch = { readonly from: Instant; readonly to: Instant; readonly before: Duration }

/** One UTC year of a calendar: its open stretches in order and their total; `before` is the open time up to its start. */
export type OpenYear = {
  readonly before: Duration
  readonly stretches: readonly OpenStretch[]
  readonly total: Duration
}

/** A calendar as instants, worked out a year at a time when asked for. Only differences of its open times mean anything. */
export type Timeline = (year: number) => OpenYear

const workOut = (zone: string, hours: Hours, year: number): Omit<OpenYear, 'before'> => {
  const [start, end] = [Date.UTC(year), Date.UTC(year + 1)]
  const stretches: OpenStretch[] = []
  let total = 0
  // In a zone's own reckoning, a UTC year begins or ends on a date of the year before or after.
  for (let midnight = start - day; midnight <= end; midnight += day) {
    for (const opening of hours(midnight)) {
      const from = Math.max(start, instantOf(zone, midnight + opening.from))
      const to = Math.min(end, instantOf(zone, midnight + opening.to))
      if (from >= to) continue
      stretches.push({ from, to, before: total })
      total += to - from
    }
  }
  return { stretches, total }
}

/** Grows from the first year asked for in both directions, so that the open times run on from year to year. */
const createTimeline = (calendar: Calendar): Timeline => {
  const hours = hoursOf(calendar)
  const years = new Map<number, OpenYear>()
  let origin: number | undefined

  return function timeline(year) {
    const known = years.get(year)
    if (known !== undefined) return known
    origin ??= year
    const open = workOut(calendar.zone, hours, year)
    let before = 0
    if (year > origin) {
      const earlier = timeline(year - 1)
      before = earlier.before + earlier.total
    } else if (year < origin) {
      before = timeline(year + 1).before - open.total
    }
    const added = { ...open, before }
    years.set(year, added)
    return added
  }
}

const mostKept = 100
const byContent = new Map<string, Timeline>()
const byObject = new WeakMap<Calendar, Timeline>()

/** The timeline of a calendar, shared by all copies of it: agreements come freshly parsed with every state. */
export const timelineOf = (calendar: Calendar): Timeline => {
  const known = byObject.get(calendar)
  if (known !== undefined) return known
  const content = JSON.stringify([calendar.zone, calendar.hours, calendar.dates])
  const timeline = byContent.get(content) ?? createTimeline(calendar)
  const [oldest] = byContent.size >= mostKept ? byContent.keys() : []
  if (oldest !== undefined) byContent.delete(oldest)
  byContent.set(content, timeline)
  byObject.set(calendar, timeline)
  return timeline
}
