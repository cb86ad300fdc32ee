import { defineConfig } from 'vitest/config'

/** The long runs that break things for real: one after the other, each with its own servers. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    // Minutes of waiting for a page and for a worker that is missed: they stand with the nightly runs.
    exclude: process.env.FAULT_TIMES
      ? []
      : ['test/faults/page-long.test.ts', 'test/faults/worker-gone.test.ts'],
    globalSetup: 'test/support/global-setup.ts',
    fileParallelism: false,
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 600_000 * Number(process.env.FAULT_TIMES ?? 1),
    hookTimeout: 120_000,
  },
})
