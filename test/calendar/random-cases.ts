import fc from 'fast-check'
import type { Calendar, Instant, Weekday, Window } from '../../src/domain/calendar/calendar.ts'
import type { ClockFacts } from '../../src/domain/sla/clock.ts'

const minute = 60_000
const day = 1440 * minute

/** Zones with moments at which their clocks change: by an hour, by half an hour, at midnight, by a whole day. */
const turns: readonly (readonly [zone: string, ...moments: readonly string[]])[] = [
  ['Europe/London', '2026-03-29T01:00Z', '2026-10-25T01:00Z', '2024-03-31T01:00Z', '2038-10-31T01:00Z'],
  ['America/Chicago', '2026-03-08T08:00Z', '2026-11-01T07:00Z', '2028-03-12T08:00Z', '2037-11-01T07:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z', '2026-10-03T15:30Z', '2025-04-05T15:00Z'],
  ['America/St_Johns', '2026-03-08T05:30Z', '2026-11-01T04:30Z'],
  ['Asia/Beirut', '2024-03-30T22:00Z', '2024-10-26T21:00Z'],
  ['America/Havana', '2024-03-10T05:00Z', '2024-11-03T05:00Z'],
  ['Africa/Casablanca', '2024-03-10T02:00Z', '2024-04-14T02:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Asia/Kathmandu', '2026-07-01T00:00Z'],
  ['Asia/Shanghai', '2026-10-01T00:00Z'],
  ['UTC', '2038-01-19T03:14Z'],
]

const specialDays = ['2024-02-28', '2028-02-28', '2026-02-27', '2025-12-30', '2027-12-31', '2038-01-18']

/** A zone and a moment a few days before something happens there, or any moment at all. */
const place: fc.Arbitrary<{ readonly zone: string; readonly from: Instant }> = fc
  .record({
    turn: fc.constantFrom(...turns),
    kind: fc.constantFrom('turn', 'turn', 'special', 'any'),
    pick: fc.nat(),
    early: fc.integer({ min: 0, max: 3 * 1440 }),
  })
  .map(({ turn: [zone, ...moments], kind, pick, early }) => {
    if (kind === 'any') return { zone, from: Date.UTC(2012) + (pick % (28 * 365 * 1440)) * minute }
    const moment = kind === 'turn' ? moments[pick % moments.length] : specialDays[pick % specialDays.length]
    return { zone, from: Date.parse(moment ?? '') - early * minute }
  })

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Up to three windows to the minute; they may touch, and one may end at 24:00. Half of the days have the usual ones. */
const windows: fc.Arbitrary<readonly Window[]> = fc.oneof(
  fc.constantFrom<readonly Window[]>([], ['09:00-12:00', '13:00-18:00'], ['00:00-24:00'], ['22:00-24:00']),
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 180 })), { maxLength: 6 })
    .map((cuts) => {
      const sorted = cuts.toSorted((a, b) => a - b)
      return sorted.flatMap((from, index) => {
        const to = sorted[index + 1]
        return index % 2 === 1 || to === undefined || from === to ? [] : [`${clock(from)}-${clock(to)}`]
      })
    }),
)

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

const calendarAt = (zone: string, from: Instant, exceptionsWithin: number): fc.Arbitrary<Calendar> =>
  fc
    .record({
      always: fc.nat(19).map((drawn) => drawn === 0),
      week: fc.tuple(...weekdays.map(() => windows)),
      exceptions: fc.array(fc.tuple(fc.integer({ min: -1, max: exceptionsWithin }), windows), {
        maxLength: 4,
      }),
    })
    .map(({ always, week, exceptions }) => {
      if (always) return { id: 'drawn', zone, hours: 'always' }
      const dated = exceptions.map(([offset, hours]) => [
        new Date(from + offset * day).toISOString().slice(0, 10),
        { hours },
      ])
      const hours = Object.fromEntries(weekdays.map((weekday, index) => [weekday, week[index] ?? []]))
      return { id: 'drawn', zone, hours, dates: Object.fromEntries(dated) }
    })

/** What a case is about; every moment but `sub` is a whole minute. `length` is in minutes. */
export type Case = {
  readonly calendar: Calendar
  readonly facts: ClockFacts
  readonly length: number
  readonly at: Instant
  readonly budget: number
  /** Milliseconds into the minute, for the plain sums. */
  readonly sub: readonly [number, number]
}

/** Random calendars and clocks over up to so many days; pauses overlap, are empty, unsorted, early, late or still on. */
export const cases = (days: number): fc.Arbitrary<Case> =>
  place.chain(({ zone, from }) => {
    const length = fc.integer({ min: 60, max: days * 1440 })
    return length.chain((count) => {
      const within = fc.integer({ min: -120, max: count + 120 }).map((minutes) => from + minutes * minute)
      const pause = fc
        .tuple(within, fc.constantFrom(0, 1, 30, 180, 1440, count), fc.nat(9))
        .map(([start, long, drawn]) =>
          drawn === 0 ? { from: start } : { from: start, to: start + long * minute },
        )
      return fc.record({
        calendar: calendarAt(zone, from, Math.ceil(count / 1440) + 1),
        facts: fc.record(
          { startedAt: fc.constant(from), pauses: fc.array(pause, { maxLength: 6 }), stoppedAt: within },
          { requiredKeys: ['startedAt', 'pauses'] },
        ),
        length: fc.constant(count),
        at: within,
        budget: fc.integer({ min: 0, max: count }).map((minutes) => minutes * minute),
        sub: fc.tuple(fc.nat(59_999), fc.nat(59_999)),
      })
    })
  })
