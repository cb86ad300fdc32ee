import fc from 'fast-check'
import { describe, it } from 'vitest'
import { agrees } from '../calendar/agrees-with-oracle.ts'
import { cases } from '../calendar/random-cases.ts'

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

describe(`the engine against the minute-by-minute oracle (seed ${seed})`, () => {
  it('T32 agrees on 20,000 random cases of a few days', { timeout: 120_000 }, () => {
    fc.assert(fc.property(cases(4), agrees), { seed, numRuns: 20_000 })
  })

  it('agrees over more than a year', { timeout: 120_000 }, () => {
    fc.assert(fc.property(cases(400), agrees), { seed, numRuns: 100 })
  })
})
