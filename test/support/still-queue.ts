import type { Queue } from '../../src/queue/queue.ts'

/** The alarm clock of a story whose hands are turned by the test: it never rings, the story wakes items itself. */
export const stillQueue: Queue = {
  describe: 'turned by hand',
  arm: async () => {},
  start: async () => {},
  onReturn: () => {},
  healthy: () => true,
  stop: async () => {},
}
