import type { JobsOptions, QueueOptions, WorkerOptions } from 'bullmq'

/** A wake-up as BullMQ carries it. */
export type WakeUp = { readonly item: string }

type Job = { readonly name: string; readonly data: WakeUp; readonly opts: JobsOptions }

/** The producing half of BullMQ, as far as arming needs it. */
export type Jobs = {
  readonly addBulk: (jobs: Job[]) => Promise<unknown>
  readonly close: () => Promise<void>
}

/** The consuming half of BullMQ; `close(force)` leaves the wake-ups in hand to whoever takes them over. */
export type Working = {
  readonly run: () => Promise<void>
  readonly close: (force: boolean) => Promise<void>
}

/** What carries BullMQ: its two halves on one driver, and whether the server behind them answers. */
export type Backend = {
  /** In words for the start-up lines. */
  readonly describe: string
  readonly jobs: (options: Omit<QueueOptions, 'connection'>, heard: (error: Error) => void) => Promise<Jobs>
  readonly worker: (
    onWake: (item: string) => Promise<void>,
    options: Omit<WorkerOptions, 'connection'>,
    heard: (error: Error) => void,
  ) => Promise<Working>
  readonly healthy: () => boolean
  readonly onReturn: (listener: () => void) => void
  readonly close: () => Promise<void>
}

/** The one queue of BullMQ that is used. */
export const queueName = 'wake'
