import fc from 'fast-check'
import { describe, it } from 'vitest'
import { runs } from '../support/length.ts'
import { agrees } from './agrees-with-oracle.ts'
import { cases } from './random-cases.ts'

describe('the engine against the minute-by-minute oracle', () => {
  it('T32 agrees on random cases of a few days: 20,000 in the fault runs', () => {
    fc.assert(fc.property(cases(4), agrees), { numRuns: runs(20_000, 600) })
  })

  it('agrees over more than a year', () => {
    fc.assert(fc.property(cases(400), agrees), { numRuns: runs(100, 4) })
  })
})
