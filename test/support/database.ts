import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { inject } from 'vitest'

/** A fresh, empty database of this test run's own PostgreSQL; `url` works with `new pg.Pool({ connectionString })`. */
export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> }

const run = async (url: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

/** Creates a database that nobody else uses. `drop` it when done; connections still open to it are cut. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const server = await text(connect(inject('postgresOf')))
  if (!URL.canParse(server)) throw new Error(server)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await run(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = name
  return { url: url.href, drop: () => run(server, `drop database ${name} with (force)`) }
}
