import type { Calendar, Duration, Instant, Weekday } from '../../src/domain/calendar/calendar.ts'
import type { ClockFacts, ClockReading } from '../../src/domain/sla/clock.ts'

/** The slow truth: it shares no code and no idea with the engine, it looks at every minute. */
const minute = 60_000
const weekdays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

type WallClock = { readonly format: Intl.DateTimeFormat; readonly ahead: Map<number, number> }
const clocks = new Map<string, WallClock>()

/** Minutes by which a zone's wall clock is ahead of UTC, asked every quarter of an hour: none changes in between. */
const minutesAhead = (zone: string, at: Instant): number => {
  const clock: WallClock = clocks.get(zone) ?? {
    format: new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric' },
    }),
    ahead: new Map(),
  }
  clocks.set(zone, clock)
  const quarter = Math.floor(at / (15 * minute))
  const known = clock.ahead.get(quarter)
  if (known !== undefined) return known
  const [month = 0, date, year = 0, hours, minutes] = (
    clock.format.format(quarter * 15 * minute).match(/\d+/g) ?? []
  ).map(Number)
  const ahead = Date.UTC(year, month - 1, date, hours, minutes) / minute - quarter * 15
  clock.ahead.set(quarter, ahead)
  return ahead
}

const minutesOf = (clock = ''): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

const windowsOn = ({ hours, dates }: Calendar, localDay: number): readonly (readonly number[])[] => {
  if (hours === 'always') return [[0, 1440]]
  const date = new Date(localDay * 1440 * minute)
  const windows =
    dates?.[date.toISOString().slice(0, 10)]?.hours ?? hours[weekdays[date.getUTCDay()] ?? 'sun']
  return (windows ?? []).map((window) => window.split('-').map(minutesOf))
}

/**
 * For each minute from a whole minute on: 1 if service is given in it. The wall clock counts by the latest it has read, so an
 * hour that comes twice goes on with what was on when the clock went back.
 */
export const openMinutes = (calendar: Calendar, from: Instant, count: number): Uint8Array => {
  const open = new Uint8Array(count)
  let [latest, localDay] = [Number.NEGATIVE_INFINITY, Number.NaN]
  let windows: readonly (readonly number[])[] = []
  let ahead = Number.NaN
  for (let index = -180; index < count; index += 1) {
    const at = from + index * minute
    if (index === -180 || at % (15 * minute) === 0) ahead = minutesAhead(calendar.zone, at)
    latest = Math.max(latest, at / minute + ahead)
    if (Math.floor(latest / 1440) !== localDay) {
      localDay = Math.floor(latest / 1440)
      windows = windowsOn(calendar, localDay)
    }
    const ofDay = latest - localDay * 1440
    for (const [start = 0, end = 0] of windows)
      if (index >= 0 && start <= ofDay && ofDay < end) open[index] = 1
  }
  return open
}

/** Open time between two instants, of a list of minutes that begins at `zero`. */
export const oracleOpenTime = (open: Uint8Array, zero: Instant, from: Instant, to: Instant): Duration =>
  open.reduce((sum, isOpen, index) => {
    const start = zero + index * minute
    return sum + isOpen * Math.max(0, Math.min(to, start + minute) - Math.max(from, start))
  }, 0)

/** The earliest instant with so much open time since `from`; undefined if the list ends before. */
export const oracleAddOpenTime = (
  open: Uint8Array,
  zero: Instant,
  from: Instant,
  duration: Duration,
): Instant | undefined => {
  let left = duration
  if (left === 0) return from
  for (const [index, isOpen] of open.entries()) {
    const start = Math.max(from, zero + index * minute)
    const length = isOpen * Math.max(0, zero + (index + 1) * minute - start)
    if (length > 0 && length >= left) return start + left
    left -= length
  }
  return undefined
}

const isPaused = ({ pauses }: ClockFacts, at: Instant): boolean =>
  pauses.some(({ from, to = Number.POSITIVE_INFINITY }) => from <= at && at < to)

/** The clock, minute by minute; all facts and `at` are whole minutes and the list begins at `startedAt`. */
export const oracleClock = (open: Uint8Array, facts: ClockFacts, at: Instant): ClockReading => {
  const shown = { business: 0, wall: 0, running: 0, paused: 0 }
  const end = Math.min(at, facts.stoppedAt ?? at)
  for (let now = facts.startedAt; now < end; now += minute) {
    shown.wall += minute
    if (isPaused(facts, now)) shown.paused += minute
    else shown.running += minute
    if (!isPaused(facts, now)) shown.business += minute * (open[(now - facts.startedAt) / minute] ?? 0)
  }
  return shown
}

/** The first whole minute at which the clock shows so much; undefined if it stops or the list ends before. */
export const oracleReaches = (
  open: Uint8Array,
  facts: ClockFacts,
  business: Duration,
): Instant | undefined => {
  let left = business
  for (const [index, isOpen] of open.entries()) {
    const now = facts.startedAt + index * minute
    if (now > (facts.stoppedAt ?? now)) return undefined
    if (left <= 0) return now
    if (!isPaused(facts, now)) left -= isOpen * minute
  }
  return undefined
}
