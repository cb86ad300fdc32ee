import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { createLog } from '../../src/process/log.ts'
import { findRedisServer, startEmbeddedRedis } from '../../src/queue/embedded.ts'

/** A private Redis for one test file. `kill9` kills it; it comes back by itself, with what it had been told. */
export type TestRedis = {
  readonly path: string
  readonly url: string
  readonly pid: () => number | undefined
  readonly flush: () => Promise<void>
  readonly kill9: () => void
  readonly stop: () => Promise<void>
}

const server = await findRedisServer()
if (!server) console.warn('No redis-server or valkey-server on PATH: tests that need Redis are SKIPPED.')

/** For `describe.skipIf(noRedis)`: true only where the machine has no Redis at all. */
export const noRedis = server === undefined

/** Starts the same private Redis that `npm start` uses, on data of its own. */
export const testRedis = async (): Promise<TestRedis> => {
  if (!server) throw new Error('No redis-server on PATH')
  const dataDir = await mkdtemp(join(tmpdir(), 'accord-redis-'))
  const redis = await startEmbeddedRedis({ server, dataDir, log: createLog({ level: 'error' }) })
  return {
    path: redis.path,
    url: redis.path,
    pid: redis.pid,
    flush: async () => {
      const client = new Redis(redis.path)
      await client.flushall()
      client.disconnect()
    },
    kill9: () => {
      const pid = redis.pid()
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
    },
    stop: async () => {
      await redis.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
