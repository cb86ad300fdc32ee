import pg from 'pg'
import { migrate } from '../../src/store/migrate.ts'
import { createPool } from '../../src/store/pool.ts'

/** The database that has the present schema and nothing in it. */
export const templateName = 'test_template'

/** The URL of another database of the same server. */
export const on = (server: string, name: string): string => {
  const url = new URL(server)
  url.pathname = name
  return url.href
}

/** Runs one statement on a connection of its own: databases are made and dropped outside transactions. */
export const runOn = async (url: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** Makes the template once for a run: to copy it takes a fraction of what climbing through every migration does. */
export const makeTemplate = async (server: string): Promise<void> => {
  await runOn(server, `create database ${templateName}`)
  const pool = createPool({ url: on(server, templateName) })
  await migrate(pool)
  await pool.end()
}
