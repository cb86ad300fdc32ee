import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import type { Instant } from '../../src/domain/calendar/calendar.ts'
import { allOf } from './b1-until.ts'

type Alarm = { readonly due: Instant; readonly n: number }

/** The reference: BullMQ's own worker with an empty handler, as many jobs at a time as ours, as many pending. */
export const startBare = async (path: string, pending: readonly Instant[]) => {
  const connections = [new Redis(path), new Redis(path, { maxRetriesPerRequest: null })] as const
  const queue = new Queue<Alarm>('bare', {
    connection: connections[0],
    prefix: '{bare}',
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
  })
  let called = new Map<number, number>()
  const worker = new Worker<Alarm>('bare', async ({ data }) => void called.set(data.n, Date.now()), {
    connection: connections[1],
    prefix: '{bare}',
    concurrency: 400,
  })
  await worker.waitUntilReady()

  const arm = async (dues: readonly Instant[]): Promise<void> => {
    for (let from = 0; from < dues.length; from += 1_000) {
      const now = Date.now()
      await queue.addBulk(
        dues.slice(from, from + 1_000).map((due, n) => ({
          name: 'bare',
          data: { due, n: from + n },
          opts: { delay: due - now, timestamp: now },
        })),
      )
    }
  }
  await arm(pending)

  return {
    /** Milliseconds from each due instant to the call of the handler. */
    wake: async (dues: readonly Instant[]): Promise<readonly number[]> => {
      called = new Map()
      await arm(dues)
      await allOf('bare BullMQ', () => called.size, dues.length)
      return dues.map((due, n) => (called.get(n) ?? Number.NaN) - due)
    },
    stop: async (): Promise<void> => {
      await worker.close(true)
      await queue.close()
      for (const connection of connections) connection.disconnect()
    },
  }
}
