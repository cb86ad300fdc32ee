import { defineConfig } from 'vitest/config'

/** The long runs that break things for real: one after the other, each with its own servers. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    globalSetup: 'test/support/global-setup.ts',
    fileParallelism: false,
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 600_000 * Number(process.env.FAULT_TIMES ?? 1),
    hookTimeout: 120_000,
  },
})
