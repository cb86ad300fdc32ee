import type { Queue } from '../queue/queue.ts'
import type { Store } from '../store/store.ts'

/**
 * How the bot is, for whoever watches it. `degraded`: the timers are away, the sweep fires what is due, up to half a
 * minute late. `down`: the database is away, so nothing is accepted and nothing is promised.
 */
export type Health = {
  readonly status: 'up' | 'degraded' | 'down'
  readonly database: 'up' | 'away'
  readonly timers: 'up' | 'away'
}

/** Looks at what the bot stands on, now. */
export const healthOf = async (
  store: Pick<Store, 'directory'>,
  queue: Pick<Queue, 'healthy'>,
): Promise<Health> => {
  const database = await store.directory().then(
    () => 'up' as const,
    () => 'away' as const,
  )
  const timers = queue.healthy() ? 'up' : 'away'
  return { status: database === 'away' ? 'down' : timers === 'away' ? 'degraded' : 'up', database, timers }
}
