import { expect } from 'vitest'
import { addOpenTime, isOpen, openTime } from '../../src/domain/calendar/business-time.ts'
import { reaches, readClock } from '../../src/domain/sla/clock.ts'
import { openMinutes, oracleAddOpenTime, oracleClock, oracleOpenTime, oracleReaches } from './oracle.ts'
import type { Case } from './random-cases.ts'

/** What lies beyond the oracle's minutes it cannot know. */
const within = (end: number, at: number | undefined): number | undefined =>
  at === undefined || at > end ? undefined : at

/** The engine says of this case what counting its minutes one by one says. */
export const agrees = ({ calendar, facts, length, at, budget, sub }: Case): void => {
  const zero = facts.startedAt
  const end = zero + length * 60_000
  const open = openMinutes(calendar, zero, length + 1)
  const [from, to] = [zero + sub[0], Math.min(end, Math.max(zero, at)) + sub[1]]
  expect(openTime(calendar, from, to)).toBe(oracleOpenTime(open, zero, from, to))
  expect(within(end, addOpenTime(calendar, from, budget))).toBe(
    within(end, oracleAddOpenTime(open, zero, from, budget)),
  )
  expect([isOpen(calendar, zero), isOpen(calendar, from)]).toEqual([open[0] === 1, open[0] === 1])
  expect(isOpen(calendar, end)).toBe(open[length] === 1)
  expect(readClock(calendar, facts, Math.min(end, at))).toEqual(oracleClock(open, facts, Math.min(end, at)))
  expect(within(end, reaches(calendar, facts, budget))).toBe(within(end, oracleReaches(open, facts, budget)))
}
