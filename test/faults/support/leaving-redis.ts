import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { createLog } from '../../../src/process/log.ts'
import { findRedisServer, startEmbeddedRedis } from '../../../src/queue/embedded.ts'

/** A Redis of one test's own that can be away for as long as the test likes and comes back with what it had. */
export type LeavingRedis = {
  readonly url: string
  readonly kill9: () => void
  readonly leave: () => Promise<void>
  readonly back: () => Promise<void>
  readonly flush: () => Promise<void>
  /** Ends every connection of others. */
  readonly cutOff: () => Promise<void>
  /** The items whose next wake-up is armed, as `<item>.r<seq>`. */
  readonly armed: () => Promise<readonly string[]>
  /** Removes one wake-up, as a careless hand would. */
  readonly forget: (wake: string) => Promise<void>
  readonly end: () => Promise<void>
}

/** Starts one, as `npm start` does. */
export const leavingRedis = async (): Promise<LeavingRedis> => {
  const server = await findRedisServer()
  if (server === undefined) throw new Error('No redis-server on PATH')
  const dataDir = await mkdtemp(join(tmpdir(), 'accord-redis-'))
  const start = () => startEmbeddedRedis({ server, dataDir, log: createLog({ level: 'error' }) })
  let redis = await start()
  const ask = async <Value>(question: (client: Redis) => Promise<Value>): Promise<Value> => {
    const client = new Redis(redis.path, { maxRetriesPerRequest: 1 })
    client.on('error', () => {})
    try {
      return await question(client)
    } finally {
      client.disconnect()
    }
  }
  const delayed = '{accord}:wake:delayed'
  return {
    url: redis.path,
    kill9: () => {
      const pid = redis.pid()
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
    },
    leave: () => redis.stop(),
    back: async () => {
      redis = await start()
    },
    flush: () => ask(async (client) => void (await client.flushall())),
    cutOff: () => ask(async (client) => void (await client.call('client', 'kill', 'skipme', 'yes'))),
    armed: () => ask((client) => client.zrange(delayed, '0', '-1')),
    forget: (wake) =>
      ask(async (client) => {
        await client.zrem(delayed, wake)
        await client.del(`{accord}:wake:${wake}`)
      }),
    end: async () => {
      await redis.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
