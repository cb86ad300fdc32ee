import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { inject } from 'vitest'
import { runOn, templateName } from './template-database.ts'

/** A database of this test run's own PostgreSQL; `url` works with `new pg.Pool({ connectionString })`. */
export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> }

/**
 * Creates a database that nobody else uses, with the present schema, or, `empty`, without any. `drop` it when done;
 * connections still open to it are cut.
 */
export const testDatabase = async ({
  empty = false,
}: {
  readonly empty?: boolean
} = {}): Promise<TestDatabase> => {
  const server = await text(connect(inject('postgresOf')))
  if (!URL.canParse(server)) throw new Error(server)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await runOn(
    server,
    `create database ${name} template ${empty ? 'template1' : templateName} strategy file_copy`,
  )
  const url = new URL(server)
  url.pathname = name
  return { url: url.href, drop: () => runOn(server, `drop database ${name} with (force)`) }
}
