import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../src/domain/calendar/calendar.ts'
import { readClock } from '../../src/domain/sla/clock.ts'
import { countedTime, pieces } from '../../src/domain/sla/counted.ts'

const minutes = 60_000
const week = ['09:00-12:00', '13:00-18:00']
const calendars: readonly Calendar[] = [
  { id: 'always', zone: 'Asia/Shanghai', hours: 'always' },
  { id: 'office', zone: 'Europe/London', hours: { mon: week, tue: week, wed: week, thu: week, fri: week } },
]
const start = Date.UTC(2026, 9, 22, 8)

/** Pauses in any order, overlapping or empty, the last of them perhaps still on. */
const facts = fc.record({
  pauses: fc.array(
    fc
      .tuple(
        fc.integer({ min: 0, max: 9_000 }),
        fc.option(fc.integer({ min: 0, max: 2_000 }), { nil: undefined }),
      )
      .map(([from, length]) => ({
        from: start + from * minutes,
        ...(length === undefined ? {} : { to: start + (from + length) * minutes }),
      })),
    { maxLength: 4 },
  ),
  at: fc.integer({ min: 0, max: 10_000 }).map((later) => start + later * minutes),
  stopped: fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: undefined }),
})

describe('the pieces of a clock', () => {
  it('M2.4 add up to what the clock reads, in order and without overlap', () => {
    fc.assert(
      fc.property(fc.constantFrom(...calendars), facts, (calendar, { pauses, at, stopped }) => {
        const clock = {
          startedAt: start,
          pauses,
          ...(stopped === undefined ? {} : { stoppedAt: start + stopped * minutes }),
        }
        const found = pieces(calendar, clock, at)
        expect(countedTime(found)).toBe(readClock(calendar, clock, at).business)
        found.forEach(({ from, to }, index) => {
          expect(from).toBeLessThan(to)
          expect(from).toBeGreaterThanOrEqual(found[index - 1]?.to ?? start)
        })
      }),
      { numRuns: 500 },
    )
  })
})
