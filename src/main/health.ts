import type { Queue } from '../queue/queue.ts'
import type { Store } from '../store/store.ts'

/** A chat of somebody else's: whether it is reached, as far as this process has seen, and takes the bot. */
export type ChatHealth = 'up' | 'away' | 'refused'

/**
 * How the bot is, for whoever watches it. `degraded`: the timers are away, the sweep fires what is due, up to half a
 * minute late, or a chat is, where everything waits for it and the rest goes on. `down`: the database is away, so nothing is accepted and nothing is promised.
 */
export type Health = {
  readonly status: 'up' | 'degraded' | 'down'
  readonly database: 'up' | 'away'
  readonly timers: 'up' | 'away'
  /** Only those that are switched on. */
  readonly slack?: ChatHealth
  readonly teams?: ChatHealth
}

/** Looks at what the bot stands on, now. */
export const healthOf = async (
  store: Pick<Store, 'directory'>,
  queue: Pick<Queue, 'healthy'>,
  chats: { readonly [name in 'slack' | 'teams']?: { readonly health: () => ChatHealth } | undefined } = {},
): Promise<Health> => {
  const database = await store.directory().then(
    () => 'up' as const,
    () => 'away' as const,
  )
  const timers = queue.healthy() ? 'up' : 'away'
  const { slack, teams } = chats
  const there = {
    ...(slack === undefined ? {} : { slack: slack.health() }),
    ...(teams === undefined ? {} : { teams: teams.health() }),
  }
  const isWhole = timers === 'up' && Object.values(there).every((one) => one === 'up')
  return { status: database === 'away' ? 'down' : isWhole ? 'up' : 'degraded', database, timers, ...there }
}
