import type { Queue } from '../queue/queue.ts'
import { errorCode } from '../store/database-error.ts'
import { type Part, parts } from '../store/pulse.ts'
import type { Store } from '../store/store.ts'

/** A chat of somebody else's: whether it is reached, as far as this process has seen, and takes the bot. */
export type ChatHealth = 'up' | 'away' | 'refused'

/** After so long without a beat a half of the work counts as stopped, ms: two minutes are promised (R7). */
export const stoppedMs = 60_000
/** What is due and was not woken for so long shows that waking does not work, whoever beats, ms. */
const overdueMs = 120_000

/**
 * How the bot is, for whoever watches it, whichever of its processes is asked. `degraded`: the timers are away, the sweep
 * fires what is due, up to half a minute late, or a chat is, where everything waits for it and the rest goes on. `down`:
 * somebody has to look. The database is away or cannot be written, so nothing is accepted; or no process wakes what is due,
 * or none sends what is owed.
 */
export type Health = {
  readonly status: 'up' | 'degraded' | 'down'
  readonly database: 'up' | 'away' | 'read_only' | 'full'
  readonly timers: 'up' | 'away'
  readonly waking: 'up' | 'stopped' | 'unknown'
  readonly sending: 'up' | 'stopped' | 'unknown'
  /** Only those that are switched on. */
  readonly slack?: ChatHealth
  readonly teams?: ChatHealth
}

/** What PostgreSQL says when it may not or cannot write. */
const cannotWrite: { readonly [code: string]: 'read_only' | 'full' } = {
  '25006': 'read_only',
  '53100': 'full',
}

type At = { readonly now: number; readonly since: number }

const worksOf = async ({ pulse, due }: Pick<Store, 'due' | 'pulse'>, { now, since }: At) => {
  const [ages, overdue] = await Promise.all([pulse.ages(), due.overdue(now - overdueMs, 1)])
  const stateOf = (part: Part) => ((ages[part] ?? now - since) > stoppedMs ? 'stopped' : 'up')
  const waking = overdue.length > 0 ? 'stopped' : stateOf('waking')
  return { database: 'up', waking, sending: stateOf('sending') } as const
}

/** Looks at what the bot stands on, now. `since`: when this process began to look, for what nobody ever did. */
export const healthOf = async (
  store: Pick<Store, 'due' | 'pulse'>,
  queue: Pick<Queue, 'healthy'>,
  at: At,
  chats: { readonly [name in 'slack' | 'teams']?: { readonly health: () => ChatHealth } | undefined } = {},
): Promise<Health> => {
  const works = await worksOf(store, at).catch((error) => {
    const database = cannotWrite[errorCode(error)] ?? 'away'
    return { database, waking: 'unknown', sending: 'unknown' } as const
  })
  const timers = queue.healthy() ? 'up' : 'away'
  const { slack, teams } = chats
  const there = {
    ...(slack === undefined ? {} : { slack: slack.health() }),
    ...(teams === undefined ? {} : { teams: teams.health() }),
  }
  const isDown = works.database !== 'up' || parts.some((part) => works[part] !== 'up')
  const isWhole = timers === 'up' && Object.values(there).every((one) => one === 'up')
  return { status: isDown ? 'down' : isWhole ? 'up' : 'degraded', ...works, timers, ...there }
}
