import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createLog } from '../../../src/process/log.ts'
import { startEmbeddedPostgres } from '../../../src/store/embedded.ts'
import { rootHome } from '../../../src/store/embedded-home.ts'
import { until } from './truth.ts'

/**
 * A PostgreSQL that writes to disk before it says so, as production does, for as many processes as a test starts. `place`: a
 * folder for its files, which its account can enter, in place of one of its own.
 */
export const durablePostgres = async (place?: string) => {
  const prefix = `accord-test-${process.pid}-`
  const dataDir = await mkdtemp(join(tmpdir(), prefix))
  // As root, PostgreSQL's own account must reach its data.
  const asRoot = process.getuid?.() === 0
  if (asRoot) await mkdir(rootHome, { recursive: true })
  const parent = place ?? (asRoot ? rootHome : undefined)
  const home = parent === undefined ? dataDir : await mkdtemp(join(parent, prefix))
  const postgres = await startEmbeddedPostgres({
    dataDir,
    home,
    log: createLog({ level: 'error' }),
    overrides: { max_connections: '300' },
  })
  return {
    pid: postgres.pid,
    url: postgres.url,
    /** Tells it to end, unless that is what it just did. */
    signal: (signal: NodeJS.Signals): void => {
      try {
        const pid = postgres.pid()
        if (pid !== undefined) process.kill(pid, signal)
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
      }
    },
    /** A database of the caller's own. */
    database: async (): Promise<string> => {
      const name = `test_${randomUUID().replaceAll('-', '')}`
      await until(`${name} is created`, async () => {
        const admin = new pg.Client({ connectionString: postgres.url })
        admin.on('error', () => {})
        await admin.connect()
        await admin.query(`create database ${name}`)
        await admin.end()
        return true
      })
      const url = new URL(postgres.url)
      url.pathname = name
      return url.href
    },
    stop: async () => {
      await postgres.stop()
      for (const place of [dataDir, home]) await rm(place, { recursive: true, force: true })
    },
  }
}
