import type { Duration, Instant } from './calendar.ts'
import { day, hour, minute } from './units.ts'

/** A stretch of time during which a zone keeps one distance from UTC; `to` is exclusive. */
export type Stretch = { readonly from: Instant; readonly to: Instant; readonly offset: Duration }

const formats = new Map<string, Intl.DateTimeFormat>()
const known = new Map<string, Map<number, readonly Stretch[]>>()

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  formats.set(zone, format)
  return format
}

/** Reads `GMT-05:00`, a bare `GMT`, and the seconds that local mean times of old still had. */
const offsetAt = (zone: string, at: Instant): Duration => {
  const [, sign, hours, minutes, seconds] =
    /GMT([+-])(\d+):(\d+):?(\d+)?/.exec(formatOf(zone).format(at)) ?? []
  const size = Number(hours ?? 0) * hour + Number(minutes ?? 0) * minute + Number(seconds ?? 0) * 1000
  return sign === '-' ? -size : size
}

/** The first moment after `low` at which the offset is no longer the one at `low`; at `high` it is another. */
const changeBetween = (zone: string, low: Instant, high: Instant): Instant => {
  const before = offsetAt(zone, low)
  let [still, changed] = [low, high]
  while (changed - still > 1) {
    const middle = Math.floor((still + changed) / 2)
    if (offsetAt(zone, middle) === before) still = middle
    else changed = middle
  }
  return changed
}

/** Asks once a day, which no zone has ever outwitted by changing its clock forth and back within a day. */
const findStretches = (zone: string, year: number): readonly Stretch[] => {
  const [start, end] = [Date.UTC(year), Date.UTC(year + 1)]
  const found: Stretch[] = []
  let from = start
  let offset = offsetAt(zone, start)
  for (let seen = start; seen < end - 1; ) {
    const next = Math.min(seen + day, end - 1)
    if (offsetAt(zone, next) === offset) {
      seen = next
    } else {
      seen = changeBetween(zone, seen, next)
      found.push({ from, to: seen, offset })
      from = seen
      offset = offsetAt(zone, seen)
    }
  }
  return [...found, { from, to: end, offset }]
}

/** The stretches that make up one UTC year in a zone, in order and without a gap. An unknown zone is a fault. */
export const stretchesOf = (zone: string, year: number): readonly Stretch[] => {
  const found = known.get(zone)?.get(year)
  if (found !== undefined) return found
  const stretches = findStretches(zone, year)
  known.set(zone, (known.get(zone) ?? new Map()).set(year, stretches))
  return stretches
}
