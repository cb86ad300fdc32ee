import { readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { processBirth } from '../../src/process/identity.ts'
import { createLog } from '../../src/process/log.ts'
import { startEmbeddedPostgres } from '../../src/store/embedded.ts'
import { rootHome } from '../../src/store/embedded-home.ts'
import { launchOptions } from './launch-options.ts'
import { makeTemplate } from './template-database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The unix socket that answers with the URL of this run's PostgreSQL. */
    readonly postgresOf: string
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

/** What a whole run shares: started when the first test asks for it over a unix socket, which answers with its address. */
const offer = async (path: string, start: () => Promise<Shared>): Promise<() => Promise<void>> => {
  let started: Promise<Shared> | undefined
  const asks = createServer((socket) => {
    started ??= start()
    started.then(
      ({ url }) => socket.end(url),
      (error: Error) => socket.end(`not to be had for tests: ${error.message}`),
    )
  })
  await rm(path, { force: true })
  await new Promise<void>((resolve) => asks.listen(path, resolve))
  return async () => {
    asks.close()
    await started?.then(({ stop }) => stop()).catch(() => {})
  }
}

/** One throw-away PostgreSQL, with the template that each test's database is a copy of, and one browser, for a whole run. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  await removeLeftovers()
  const [dataDir = '', home = dataDir] = parents.map((parent) => join(parent, `${prefix}${process.pid}`))
  const startPostgres = async (): Promise<Shared> => {
    const log = createLog({ level: 'warn' })
    const postgres = await startEmbeddedPostgres({ dataDir, home, log, sync: false })
    await makeTemplate(postgres.url)
    return postgres
  }
  const startBrowser = async (): Promise<Shared> => {
    const server = await chromium.launchServer(launchOptions)
    return { url: server.wsEndpoint(), stop: () => server.close() }
  }
  const socketOf = (what: string) => join(tmpdir(), `${prefix}${process.pid}.${what}`)
  const stops = await Promise.all([
    offer(socketOf('postgres'), startPostgres),
    offer(socketOf('browser'), startBrowser),
  ])
  project.provide('postgresOf', socketOf('postgres'))
  project.provide('browserOf', socketOf('browser'))

  return async () => {
    await Promise.all(stops.map((stop) => stop()))
    for (const place of [dataDir, home]) await rm(place, { recursive: true, force: true })
  }
}
