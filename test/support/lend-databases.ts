import { randomUUID } from 'node:crypto'
import { createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { createPool } from '../../src/store/pool.ts'
import { emptier } from './empty-database.ts'
import { on, templateName } from './template-database.ts'

/**
 * Lends databases of this server, each to one test at a time: to make one costs more than most tests do, so one that comes back is
 * emptied and lent again, under another name, which whoever still looks for the old one does not find.
 */
const createLending = async (server: string) => {
  const pool = createPool({ url: server, max: 3 })
  const empty = await emptier(on(server, templateName))
  const free: string[] = []
  const newName = () => `test_${randomUUID().replaceAll('-', '')}`

  const make = async (): Promise<string> => {
    const name = newName()
    await pool.query(`create database ${name} template ${templateName} strategy file_copy`)
    return name
  }
  /** Most connections are about to end by themselves: the others are ended. */
  const leave = async (name: string): Promise<void> => {
    for (let looks = 0; looks < 20; looks += 1) {
      const { rowCount } = await pool.query('select from pg_stat_activity where datname = $1', [name])
      if (rowCount === 0) return
      await pause(5)
    }
    const ends = 'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1'
    await pool.query(ends, [name])
  }
  /** Its next name; none where it was taken away meanwhile, or somebody does not let go of it. */
  const renamed = async (name: string): Promise<string | undefined> => {
    await leave(name)
    const next = newName()
    const isDone = await pool.query(`alter database ${name} rename to ${next}`).then(
      () => true,
      () => false,
    )
    return isDone ? next : undefined
  }
  return {
    lend: async (): Promise<string> => free.pop() ?? (await make()),
    takeBack: async (name: string): Promise<void> => {
      const next = await renamed(name)
      if (next !== undefined && (await empty(on(server, next)))) free.push(next)
      else await pool.query(`drop database if exists ${next ?? name} with (force)`)
    },
    end: () => pool.end(),
  }
}

/**
 * Lends a database to each connection to this unix socket, for as long as it stands, and says its URL; the connection is closed
 * once the database is taken back. `server` is asked for at the first of them. Resolves to what ends it.
 */
export const lendDatabases = async (
  path: string,
  server: () => Promise<string>,
): Promise<() => Promise<void>> => {
  let started: Promise<{ url: string; lending: Awaited<ReturnType<typeof createLending>> }> | undefined
  const serve = async (socket: Socket): Promise<void> => {
    const ended = new Promise<void>((resolve) =>
      socket
        .resume()
        .once('end', resolve)
        .once('error', () => resolve()),
    )
    started ??= server().then(async (url) => ({ url, lending: await createLending(url) }))
    const { url, lending } = await started
    const name = await lending.lend()
    socket.write(on(url, name))
    await ended
    await lending.takeBack(name)
  }
  const lends = createServer({ allowHalfOpen: true }, (socket) => {
    serve(socket).then(
      () => socket.end(),
      (error: Error) => socket.end(`not to be had for tests: ${error.message}`),
    )
  })
  await new Promise<void>((resolve) => lends.listen(path, resolve))
  return async () => {
    lends.close()
    await started?.then(({ lending }) => lending.end()).catch(() => {})
  }
}
