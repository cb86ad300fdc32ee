import { createPostgresBackend, type PgPool, runMigrations, withBackend } from 'bullmq'
import pg from 'pg'
import type { Log } from '../process/log.ts'
import { type Backend, queueName, type WakeUp } from './backend.ts'

const { Queue, Worker } = withBackend(createPostgresBackend)

const schema = 'bullmq'
const lookEvery = 1_000

const migrate = async (pool: pg.Pool): Promise<void> => {
  const client = await pool.connect()
  try {
    await runMigrations(client, schema)
  } finally {
    client.release()
  }
}

/** BullMQ remembers a failed first look at its schema for ever, so that look must have succeeded before use. */
const ready = async <Half extends { waitUntilReady(): Promise<unknown> }>(half: Half): Promise<Half> => {
  await half.waitUntilReady()
  return half
}

/** BullMQ on its own PostgreSQL backend, in a schema of its own beside the store: for machines without Redis. */
export const postgresBackend = async (url: string, log: Log): Promise<Backend> => {
  const listeners: (() => void)[] = []
  let here = true
  const lost = (error: Error): void => {
    log.debug(`timers: ${error.message}`)
    here = false
  }
  const pool = new pg.Pool({
    connectionString: url,
    options: `-c search_path=${schema}`,
    max: 10,
    keepAlive: true,
  })
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost)) // one that dies while lent out has no other listener
  await migrate(pool)
  const connection = pool as unknown as PgPool // it is one; only the two packages' listener types disagree
  const look = async (): Promise<void> => {
    const was = here
    here = await pool.query('select').then(
      () => true,
      () => false,
    )
    if (here && !was) for (const listener of listeners) listener()
  }
  const looking = setInterval(look, lookEvery)
  return {
    describe: "PostgreSQL (BullMQ's own backend)",
    jobs: (options, heard) =>
      ready(new Queue<WakeUp>(queueName, { ...options, connection }).on('error', heard)),
    worker: (onWake, options, heard) =>
      ready(
        new Worker<WakeUp>(queueName, ({ data }) => onWake(data.item), { ...options, connection }).on(
          'error',
          heard,
        ),
      ),
    healthy: () => here,
    onReturn: (listener) => void listeners.push(listener),
    close: async () => {
      clearInterval(looking)
      await pool.end()
    },
  }
}
