import { readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { ProvidedContext } from 'vitest'
import type { TestProject } from 'vitest/node'
import { processBirth } from '../../src/process/identity.ts'
import { createLog } from '../../src/process/log.ts'
import { startEmbeddedPostgres } from '../../src/store/embedded.ts'
import { rootHome } from '../../src/store/embedded-home.ts'
import { launchOptions } from './launch-options.ts'
import { lendDatabases } from './lend-databases.ts'
import { makeTemplate } from './template-database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The unix socket that answers with the URL of this run's PostgreSQL. */
    readonly postgresOf: string
    /** The unix socket that lends a database to each connection. */
    readonly databaseOf: string
    /** The unix socket that answers with the address of this run's browser. */
    readonly browserOf: string
  }
}

type Shared = { readonly url: string; readonly stop: () => Promise<void> }

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

/** What a whole run shares, started when it is first asked for. */
const shared = (start: () => Promise<Shared>) => {
  let started: Promise<Shared> | undefined
  return {
    url: async (): Promise<string> => {
      started ??= start()
      return (await started).url
    },
    stop: async (): Promise<void> => started?.then(({ stop }) => stop()).catch(() => {}),
  }
}

/** Tells each test that asks over this unix socket an address. */
const offer = async (path: string, url: () => Promise<string>): Promise<() => Promise<void>> => {
  const asks = createServer((socket) => {
    url().then(
      (address) => socket.end(address),
      (error: Error) => socket.end(`not to be had for tests: ${error.message}`),
    )
  })
  await new Promise<void>((resolve) => asks.listen(path, resolve))
  return async () => {
    asks.close()
  }
}

/** One throw-away PostgreSQL, whose databases are lent to tests, and one browser, for a whole run. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  await removeLeftovers()
  const [dataDir = '', home = dataDir] = parents.map((parent) => join(parent, `${prefix}${process.pid}`))
  const postgres = shared(async () => {
    const log = createLog({ level: 'warn' })
    const started = await startEmbeddedPostgres({ dataDir, home, log, sync: false })
    await makeTemplate(started.url)
    return started
  })
  const browser = shared(async () => {
    const server = await chromium.launchServer(launchOptions)
    return { url: server.wsEndpoint(), stop: () => server.close() }
  })
  const socketOf = async (what: keyof ProvidedContext): Promise<string> => {
    const path = join(tmpdir(), `${prefix}${process.pid}.${what}`)
    await rm(path, { force: true })
    project.provide(what, path)
    return path
  }
  const ends = await Promise.all([
    offer(await socketOf('postgresOf'), postgres.url),
    offer(await socketOf('browserOf'), browser.url),
    lendDatabases(await socketOf('databaseOf'), postgres.url),
  ])

  return async () => {
    await Promise.all(ends.map((end) => end()))
    await Promise.all([postgres.stop(), browser.stop()])
    for (const place of [dataDir, home]) await rm(place, { recursive: true, force: true })
  }
}
