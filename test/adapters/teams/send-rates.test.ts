import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBudget } from '../../../adapters/teams/send/budget.ts'
import { pauseAfter, waitFor } from '../../../adapters/teams/send/rates.ts'

const rates = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const
const place = { team: 'T1', conversation: 'C1' }

/** Sends whenever the budget lets it, having slept `gaps` between; when each went. */
const sendAll = (gaps: readonly number[]): readonly number[] => {
  let now = 0
  const budget = createBudget(() => now)
  return gaps.map((gap) => {
    now += gap
    for (let wait = budget.take(place); wait > 0; wait = budget.take(place)) now += wait
    return now
  })
}

describe('the rates of Teams', () => {
  it('T07 are never passed, however the calls come', () => {
    const gap = fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 0, max: 40_000 }),
    )
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 300 }), (gaps) => {
        const went = sendAll(gaps)
        for (const [most, within] of rates)
          for (const [index, at] of went.entries()) {
            const tooSoon = went[index + most]
            if (tooSoon !== undefined) expect(tooSoon - at).toBeGreaterThan(within)
          }
      }),
      { numRuns: 60 },
    )
  })

  it('hold for an hour too, and let go again after it', () => {
    const went = sendAll(Array.from({ length: 1_801 }, () => 1_000))
    expect((went.at(-1) ?? 0) - (went[0] ?? 0)).toBeGreaterThan(3_600_000)
    expect((went.at(-2) ?? 0) - (went[0] ?? 0)).toBeLessThan(3_600_000)
  })

  it('let a few calls go at once, and say how long the next one waits', () => {
    const seven = Array.from({ length: 7 }, () => 0)
    expect(waitFor(seven.slice(1), 0)).toBe(0)
    expect(waitFor(seven, 0)).toBeGreaterThanOrEqual(1_000)
    expect(waitFor([...seven, 1_200], 1_200)).toBeGreaterThanOrEqual(800)
  })

  it('T07 count also what goes in any case, because somebody waits for it', () => {
    let now = 0
    const budget = createBudget(() => now)
    for (let n = 0; n < 7; n += 1) budget.take(place)
    budget.count(place)
    now = 1_200
    expect(budget.take(place), 'eight within two seconds').toBeGreaterThan(0)
  })

  it('are those of one conversation: another one waits for nothing', () => {
    const budget = createBudget(() => 0)
    for (let n = 0; n < 7; n += 1) expect(budget.take(place)).toBe(0)
    expect(budget.take(place)).toBeGreaterThan(0)
    expect(budget.take({ ...place, conversation: 'C2' })).toBe(0)
    expect(budget.take({ ...place, team: 'T2' })).toBe(0)
  })

  it('are remembered of whoever just sent, when many conversations are', () => {
    const budget = createBudget(() => 3_600_000)
    for (let n = 0; n < 7; n += 1) budget.take(place)
    for (let n = 0; n < 6_000; n += 1) budget.take({ team: 'T1', conversation: `many ${n}` })
    expect(budget.take(place)).toBeGreaterThan(0)
  })
})

describe('a conversation that Teams asks to leave alone', () => {
  it('is left alone twice as long each time, up to a minute, with jitter', () => {
    const pauses = (dice: number) => [1, 2, 3, 4, 20].map((times) => pauseAfter(times, dice))
    expect(pauses(0)).toEqual([500, 1_000, 2_000, 4_000, 30_000])
    expect(pauses(0.99).map((pause, n) => pause > (pauses(0)[n] ?? 0) * 1.9)).not.toContain(false)
    expect(Math.max(...pauses(0.999))).toBeLessThanOrEqual(60_000)
  })

  it('T07 is left alone at least as long as Teams asks', () => {
    expect(pauseAfter(1, 0, 30_000)).toBe(30_000)
    expect(pauseAfter(20, 0.99, 5)).toBeGreaterThan(30_000)
  })

  it('is not called meanwhile, and begins with a short pause again once it worked', () => {
    let now = 0
    const budget = createBudget(() => now)
    budget.refused(place, 0)
    expect(budget.refused(place, 0)).toBe(1_000)
    expect(budget.take(place)).toBe(1_000)
    now = 1_000
    expect(budget.take(place)).toBe(0)
    budget.works(place)
    expect(budget.refused(place, 0)).toBe(500)
  })
})
