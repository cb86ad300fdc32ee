import { join } from 'node:path'
import pg from 'pg'
import { unprivilegedAccounts } from '../process/account.ts'
import { startChild } from '../process/child.ts'
import { endStale } from '../process/end-stale.ts'
import type { Log } from '../process/log.ts'
import { makeDirectory } from '../process/make-directory.ts'
import { socketDirectory } from '../process/socket-directory.ts'
import { embeddedBinaries } from './embedded-binaries.ts'
import { accord, ensureCluster } from './embedded-cluster.ts'
import { embeddedHome, rootHome } from './embedded-home.ts'

/** A private PostgreSQL that runs: its URL for `pg`, what it is in words, and where its files are. */
export type EmbeddedPostgres = {
  readonly url: string
  readonly describe: string
  readonly home: string
  readonly pid: () => number | undefined
  readonly stop: () => Promise<void>
}

/** Settings for a small machine shared with the bot: safe against power loss, no network, no planner surprises. */
const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '128MB',
  max_wal_size: '256MB',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  fsync: 'on',
  synchronous_commit: 'on',
  jit: 'off',
  io_method: 'sync',
  timezone: 'UTC',
  cluster_name: accord,
}

/** Fast shutdown, then immediate, then none at all; each is safe for the data. */
const stopWith: readonly NodeJS.Signals[] = ['SIGINT', 'SIGQUIT', 'SIGKILL']

const urlOf = (directory: string, database: string): string =>
  `postgresql://${accord}@localhost/${database}?host=${encodeURIComponent(directory)}&sslmode=disable`

const ask = async (directory: string, sql: string): Promise<number | null> => {
  const client = new pg.Client({ connectionString: urlOf(directory, 'postgres') })
  client.on('error', () => {}) // a server that dies under us is reported by the query
  try {
    await client.connect()
    return (await client.query(sql)).rowCount
  } finally {
    await client.end().catch(() => {})
  }
}

const ensureDatabase = async (directory: string): Promise<void> => {
  if (await ask(directory, `select from pg_database where datname = '${accord}'`)) return
  await ask(directory, `create database ${accord}`)
}

/**
 * Starts the private PostgreSQL of a data directory, creating its cluster the first time. The caller must hold the
 * directory (`holdDirectory`). `home` overrides where the cluster lives; `overrides` are server settings; without
 * `sync` nothing survives a power loss: for tests only.
 */
export const startEmbeddedPostgres = async ({
  dataDir,
  log,
  home: givenHome,
  overrides = {},
  sync = true,
}: {
  readonly dataDir: string
  readonly log: Log
  readonly home?: string
  readonly overrides?: { readonly [setting: string]: string }
  readonly sync?: boolean
}): Promise<EmbeddedPostgres> => {
  await makeDirectory(dataDir)
  const home = givenHome ?? (await embeddedHome(dataDir))
  const accounts = await unprivilegedAccounts(home)
  const account = accounts?.runs
  const data = join(home, 'postgres')
  const binaries = await embeddedBinaries(account ? rootHome : join(home, 'programs'), account)
  if (account)
    log.info(
      `PostgreSQL does not run as root: its programs are in ${rootHome}, its data in ${home}, owned by ${account.name}`,
    )
  await endStale(join(data, 'postmaster.pid'), data, stopWith)
  await ensureCluster(binaries, data, sync, accounts)
  const socket = await socketDirectory(home, '.s.PGSQL.5432', account)
  const wanted = {
    ...settings,
    ...(sync ? {} : { fsync: 'off', full_page_writes: 'off' }),
    unix_socket_directories: socket.directory,
    ...overrides,
  }
  const child = await startChild({
    name: 'PostgreSQL',
    command: binaries.postgres,
    args: ['-D', data, ...Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    cwd: home,
    whenOrphaned: 'QUIT',
    answers: () =>
      ask(socket.directory, 'select').then(
        () => true,
        () => false,
      ),
    stopWith,
    log,
    ...(account && { account }),
  })
  await ensureDatabase(socket.directory)
  return {
    url: urlOf(socket.directory, accord),
    describe: `PostgreSQL ${binaries.version} (private, ${home})`,
    home,
    pid: child.pid,
    stop: async () => {
      await child.stop()
      await socket.remove()
    },
  }
}
