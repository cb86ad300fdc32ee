import { describe } from 'vitest'
import { answersContract } from './answers.ts'
import { createBench } from './bench.ts'
import { formsContract } from './forms.ts'
import { hearingContract } from './hearing.ts'
import { literalContract } from './literal.ts'
import { postingContract } from './posting.ts'
import { pressingContract } from './pressing.ts'
import type { Cannot, Stage } from './stage.ts'
import { stoppingContract } from './stopping.ts'
import { troublesContract } from './troubles.ts'

/**
 * What the core relies on of every chat adapter (`src/chat/adapter.ts`): the same list for each. `cannot`: what a platform
 * truly has not, and why; everything else it must do.
 */
export const adapterContract = (name: string, start: () => Promise<Stage>, cannot: Cannot = {}): void => {
  describe(`the contract of chat adapters, kept by ${name}`, () => {
    const bench = createBench(start, cannot)
    hearingContract(bench)
    pressingContract(bench)
    answersContract(bench)
    formsContract(bench)
    postingContract(bench)
    literalContract(bench)
    troublesContract(bench)
  })
  describe(`the end of the process, kept by ${name}`, () => {
    stoppingContract(start, cannot)
  })
}
