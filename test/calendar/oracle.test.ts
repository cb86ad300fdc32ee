import fc from 'fast-check'
import { describe, it } from 'vitest'
import { agrees } from './agrees-with-oracle.ts'
import { cases } from './random-cases.ts'

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

describe(`the engine against the minute-by-minute oracle (seed ${seed})`, () => {
  it('T32 agrees on 1,500 random cases of a few days', { timeout: 120_000 }, () => {
    fc.assert(fc.property(cases(4), agrees), { seed, numRuns: 1_500 })
  })

  it('agrees over more than a year', { timeout: 120_000 }, () => {
    fc.assert(fc.property(cases(400), agrees), { seed, numRuns: 8 })
  })
})
