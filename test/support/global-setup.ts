import { readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { processBirth } from '../../src/process/identity.ts'
import { createLog } from '../../src/process/log.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/store/embedded.ts'
import { rootHome } from '../../src/store/embedded-home.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The unix socket that answers with the URL of this run's PostgreSQL. */
    readonly postgresOf: string
  }
}

const prefix = 'accord-test-'
const parents = process.getuid?.() === 0 ? [tmpdir(), rootHome] : [tmpdir()]

/** Removes what test runs left that were killed before they could. */
const removeLeftovers = async (): Promise<void> => {
  for (const parent of parents)
    for (const name of await readdir(parent).catch(() => [])) {
      const pid = name.startsWith(prefix) && Number.parseInt(name.slice(prefix.length), 10)
      if (pid && !(await processBirth(pid))) await rm(join(parent, name), { recursive: true, force: true })
    }
}

/** One throw-away PostgreSQL for a whole test run, started when the first test asks for it. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  await removeLeftovers()
  const [dataDir = '', home = dataDir] = parents.map((parent) => join(parent, `${prefix}${process.pid}`))
  let started: Promise<EmbeddedPostgres> | undefined
  const start = (): Promise<EmbeddedPostgres> =>
    startEmbeddedPostgres({ dataDir, home, log: createLog({ level: 'warn' }), sync: false })
  const asks = createServer((socket) => {
    started ??= start()
    started.then(
      ({ url }) => socket.end(url),
      (error: Error) => socket.end(`no PostgreSQL for tests: ${error.message}`),
    )
  })
  const path = join(tmpdir(), `${prefix}${process.pid}.sock`)
  await rm(path, { force: true })
  await new Promise<void>((resolve) => asks.listen(path, resolve))
  project.provide('postgresOf', path)

  return async () => {
    asks.close()
    await started?.then((postgres) => postgres.stop())
    for (const place of [dataDir, home]) await rm(place, { recursive: true, force: true })
  }
}
