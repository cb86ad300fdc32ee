import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/same-cases.ts'],
    // What is long by nature goes with the fault runs (`npm run test:faults`).
    exclude: ['test/faults/**', 'test/bench/**', 'test/**/*.long.test.ts'],
    // No module of ours keeps state (architecture decision 15), so files of a worker share what they import: Bolt and the rest
    // are loaded twice, not a hundred times.
    isolate: false,
    // Most of the time goes by waiting for servers and a browser: three files at a time on two cores.
    maxWorkers: 3,
    // What is waited for comes when it comes, also on a machine with much to do: these only end what hangs.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
