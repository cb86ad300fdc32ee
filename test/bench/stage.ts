import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createLog, type Log } from '../../src/process/log.ts'
import { findRedisServer, startEmbeddedRedis } from '../../src/queue/embedded.ts'
import { startEmbeddedPostgres } from '../../src/store/embedded.ts'
import { rootHome } from '../../src/store/embedded-home.ts'

/** A private PostgreSQL and Redis of one benchmark, with the settings of `npm start`, gone without a trace after `stop`. */
export type Stage = {
  readonly databaseUrl: string
  readonly redisPath: string
  readonly log: Log
  readonly stop: () => Promise<void>
}

/** Starts both servers on data of their own; nothing when the machine has no Redis. */
export const startStage = async (): Promise<Stage | undefined> => {
  const server = await findRedisServer()
  if (server === undefined) return undefined
  const log = createLog({ level: 'error' })
  const dataDir = await mkdtemp(join(tmpdir(), 'accord-bench-'))
  const home = process.getuid?.() === 0 ? join(rootHome, basename(dataDir)) : dataDir
  const undo = [
    async () => {
      for (const place of [dataDir, home]) await rm(place, { recursive: true, force: true })
    },
  ]
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const postgres = await startEmbeddedPostgres({ dataDir, home, log })
    undo.push(postgres.stop)
    const redis = await startEmbeddedRedis({ server, dataDir, log })
    undo.push(redis.stop)
    return { databaseUrl: postgres.url, redisPath: redis.path, log, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
