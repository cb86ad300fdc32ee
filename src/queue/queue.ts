import type { Due } from '../store/store.ts'

/**
 * The alarm clock: wake-ups of items at their next moment, and nothing else. Losing all of it loses nothing; the sweep
 * arms it again from the store. `onWake` may come twice, late, or for an old seq.
 */
export type Queue = {
  /** What it runs on, in words for the start-up lines: `Redis 7.0 (private, /…/redis.sock)`. */
  readonly describe: string
  /** Arms wake-ups, one per (item, seq); arming the same again is a no-op. Rejects quickly while the backend is away. */
  readonly arm: (wakes: readonly Due[]) => Promise<void>
  /** Starts handing due items to `onWake`, many at a time. */
  readonly start: (onWake: (item: string) => Promise<void>) => Promise<void>
  /** Called each time the backend came back after it was away. */
  readonly onReturn: (listener: () => void) => void
  readonly healthy: () => boolean
  /** Stops taking new wake-ups, waits for those in hand. */
  readonly stop: () => Promise<void>
}
