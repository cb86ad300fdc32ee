import type { Log } from '../process/log.ts'
import type { QueueOn } from '../queue/bullmq.ts'
import { findRedisServer, startEmbeddedRedis } from '../queue/embedded.ts'
import type { Config } from '../settings/config.ts'
import { startEmbeddedPostgres } from '../store/embedded.ts'

/** What the bot runs on: servers of the operator where they are named, else private ones that die with us. */
export type Engines = {
  readonly databaseUrl: string
  readonly database: string
  readonly timers: QueueOn
  /** Said once when the timers run on less than production should use. */
  readonly timersNote?: string
  readonly stop: () => Promise<void>
}

/** A database of the operator's, for a person to read: never its user or password. */
export const databaseAt = (url: string): string => {
  const { host, pathname } = new URL(url)
  return `PostgreSQL at ${host || 'local socket'}${pathname}`
}

/** The timers on a Redis of the operator's: a URL, or the path of its socket. */
export const timersAt = (redisUrl: string, pingMs: number): QueueOn => ({
  redis: redisUrl.startsWith('/') ? { path: redisUrl } : { url: redisUrl },
  pingMs,
})

const timersOf = async (
  { redisUrl, redisPingMs, dataDir }: Config,
  databaseUrl: string,
  log: Log,
): Promise<Pick<Engines, 'timers' | 'timersNote'> & { readonly stop: () => Promise<void> }> => {
  const stop = async () => {}
  if (redisUrl !== undefined) return { timers: timersAt(redisUrl, redisPingMs), stop }
  const server = await findRedisServer()
  if (server === undefined)
    return {
      timers: { postgres: databaseUrl },
      timersNote: 'no redis-server or valkey-server was found; production uses Redis',
      stop,
    }
  const redis = await startEmbeddedRedis({ dataDir, log, server })
  return { timers: { redis: { path: redis.path } }, stop: redis.stop }
}

/** Starts what is not named by the configuration. The caller holds the data directory. */
export const startEngines = async (config: Config, log: Log): Promise<Engines> => {
  const { databaseUrl, dataDir } = config
  const own = databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir, log }) : undefined
  const url = databaseUrl ?? own?.url ?? ''
  const { stop, ...timers } = await timersOf(config, url, log)
  return {
    databaseUrl: url,
    database: own?.describe ?? databaseAt(url),
    ...timers,
    stop: async () => {
      await stop()
      await own?.stop()
    },
  }
}
