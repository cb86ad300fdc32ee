import { access, constants, realpath } from 'node:fs/promises'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import { startChild } from '../process/child.ts'
import { endStale } from '../process/end-stale.ts'
import type { Log } from '../process/log.ts'
import { makeDirectory } from '../process/make-directory.ts'
import { socketDirectory } from '../process/socket-directory.ts'

/** A private Redis or Valkey that runs, reached by its unix socket. */
export type EmbeddedRedis = {
  readonly path: string
  readonly pid: () => number | undefined
  readonly stop: () => Promise<void>
}

/** The first `redis-server` or `valkey-server` on PATH, nothing when the machine has neither. */
export const findRedisServer = async (path = process.env.PATH ?? ''): Promise<string | undefined> => {
  for (const name of ['redis-server', 'valkey-server'])
    for (const directory of path.split(delimiter)) {
      const file = join(directory, name)
      const found = await access(file, constants.X_OK).then(
        () => true,
        () => false,
      )
      if (directory && found) return file
    }
  return undefined
}

const answersPing = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path, () => socket.write('PING\r\n'))
    socket.setTimeout(1_000, () => socket.destroy())
    socket.once('data', (data) => {
      resolve(String(data).startsWith('+PONG'))
      socket.end()
    })
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })

/**
 * Starts the private Redis of a data directory: no network, never evicts, keeps what it was told across a crash, and
 * ticks 100 times a second so that idle wake-ups are not late. The caller must hold the directory.
 */
export const startEmbeddedRedis = async ({
  server,
  dataDir,
  log,
}: {
  readonly server: string
  readonly dataDir: string
  readonly log: Log
}): Promise<EmbeddedRedis> => {
  await makeDirectory(dataDir)
  const home = await realpath(dataDir)
  const directory = join(home, 'redis')
  const pidFile = join(directory, 'redis.pid')
  await makeDirectory(directory)
  await endStale(pidFile, 'redis.sock', ['SIGTERM', 'SIGKILL'])
  const socket = await socketDirectory(home, 'redis.sock')
  const path = join(socket.directory, 'redis.sock')
  const settings = {
    port: '0',
    unixsocket: path,
    unixsocketperm: '700',
    dir: directory,
    pidfile: pidFile,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction',
    hz: '100',
    loglevel: 'notice',
  }
  const child = await startChild({
    name: 'Redis',
    command: server,
    args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    cwd: directory,
    whenOrphaned: 'KILL',
    answers: () => answersPing(path),
    stopWith: ['SIGTERM', 'SIGKILL'],
    log,
  })
  return {
    path,
    pid: child.pid,
    stop: async () => {
      await child.stop()
      await socket.remove()
    },
  }
}
