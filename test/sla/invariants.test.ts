import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reaches, readClock } from '../../src/domain/sla/clock.ts'
import { cases } from '../calendar/random-cases.ts'
import { runs } from '../support/length.ts'

const often = { numRuns: runs(500) }

describe('a clock at any moment', () => {
  it('I2 has run and paused for as long as the wall says', () => {
    fc.assert(
      fc.property(cases(90), ({ calendar, facts, at }) => {
        const { wall, running, paused } = readClock(calendar, facts, at)
        expect(running + paused).toBe(wall)
        expect(wall).toBe(Math.max(0, Math.min(at, facts.stoppedAt ?? at) - facts.startedAt))
      }),
      often,
    )
  })

  it('I3 never goes back, has no negative part and counts no more business than running time', () => {
    fc.assert(
      fc.property(cases(90), fc.nat(100_000_000), ({ calendar, facts, at }, later) => {
        const [now, then] = [readClock(calendar, facts, at), readClock(calendar, facts, at + later)]
        expect(Math.min(now.business, now.paused, now.running)).toBeGreaterThanOrEqual(0)
        expect(now.business).toBeLessThanOrEqual(now.running)
        expect(then.business).toBeGreaterThanOrEqual(now.business)
        expect(then.running).toBeGreaterThanOrEqual(now.running)
        expect(then.paused).toBeGreaterThanOrEqual(now.paused)
      }),
      often,
    )
  })

  it('I4 shows the amount at the moment it reaches it and less a millisecond before', () => {
    fc.assert(
      fc.property(cases(90), ({ calendar, facts, budget }) => {
        const reached = reaches(calendar, facts, budget)
        fc.pre(reached !== undefined && budget > 0)
        expect(readClock(calendar, facts, reached).business).toBe(budget)
        expect(readClock(calendar, facts, reached - 1).business).toBeLessThan(budget)
      }),
      often,
    )
  })
})
