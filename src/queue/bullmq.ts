import type { Log } from '../process/log.ts'
import type { Due } from '../store/store.ts'
import { queueName as name, type Working } from './backend.ts'
import { postgresBackend } from './postgres.ts'
import type { Queue } from './queue.ts'
import { type RedisPlace, redisBackend } from './redis.ts'

/** What the alarm clock runs on. `pingMs` above 0 pings a Redis that we do not own, for punctuality while idle. */
export type QueueOn = { readonly redis: RedisPlace; readonly pingMs?: number } | { readonly postgres: string }

const prefix = '{accord}' // the braces keep every key on one node of a cluster
const chunk = 250 // small enough that a worker's own calls get in between

/** Kept jobs would make arming the same (item, seq) again a silent no-op, so none is kept. */
const job = {
  removeOnComplete: true,
  removeOnFail: true,
  attempts: 10,
  backoff: { type: 'exponential', delay: 200 },
} as const

/** A killed worker's wake-up is taken over within 15 s; stalling often is no reason to lose it. */
const worker = {
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 10,
  concurrency: 400, // the handler gathers wake-ups into batches
  runRetryDelay: 200,
  autorun: false,
} as const

/** The alarm clock on BullMQ. Wake-ups fire at their moment or later, never earlier, on any of the processes. */
export const createQueue = async (on: QueueOn, log: Log): Promise<Queue> => {
  const backend =
    'redis' in on
      ? await redisBackend(on.redis, on.pingMs ?? 0, log)
      : await postgresBackend(on.postgres, log)
  const heard = (error: Error): void => log[backend.healthy() ? 'warn' : 'debug'](`timers: ${error.message}`)
  const jobs = await backend.jobs({ prefix, defaultJobOptions: job }, heard)
  let working: Working | undefined

  const arm = async (wakes: readonly Due[]): Promise<void> => {
    for (let from = 0; from < wakes.length; from += chunk) {
      if (!backend.healthy()) throw new Error('the timers are away')
      const timestamp = Date.now()
      await jobs.addBulk(
        wakes.slice(from, from + chunk).map(({ item, seq, nextDue }) => ({
          name,
          data: { item },
          opts: { jobId: `${item}.r${seq}`, timestamp, delay: Math.max(0, nextDue - timestamp) },
        })),
      )
    }
  }

  const start = async (onWake: (item: string) => Promise<void>): Promise<void> => {
    working = await backend.worker(onWake, { ...worker, prefix }, heard)
    void working.run().catch(heard)
  }

  const stop = async (): Promise<void> => {
    await working?.close(!backend.healthy())
    await jobs.close()
    await backend.close()
  }

  return {
    describe: backend.describe,
    arm,
    start,
    onReturn: backend.onReturn,
    healthy: backend.healthy,
    stop,
  }
}
