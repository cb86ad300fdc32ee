import { defineConfig } from 'vitest/config'

/** Of these `npm test` goes through a part (`test/support/length.ts`). */
const inFull = [
  'test/calendar/oracle.test.ts',
  'test/organisation/fuzz.test.ts',
  'test/sla/invariants.test.ts',
  'test/stories/teams-ways-in.test.ts',
  'test/ticket/model.test.ts',
]

/** The long runs, and those that break things for real: one after the other, each with its own servers. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts', 'test/**/*.long.test.ts', ...inFull],
    env: { LENGTH: 'whole' },
    globalSetup: 'test/support/global-setup.ts',
    setupFiles: ['test/support/same-cases.ts'],
    fileParallelism: false,
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 600_000 * Number(process.env.FAULT_TIMES ?? 1),
    hookTimeout: 300_000,
  },
})
