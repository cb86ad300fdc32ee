import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { inject } from 'vitest'
import { on, runOn } from './template-database.ts'

/** A database of this test run's own PostgreSQL; `url` works with `new pg.Pool({ connectionString })`. */
export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> }

/** What a server of the run answered, which is an address unless it says what is wrong. */
const address = (answer: string): string => {
  if (!URL.canParse(answer)) throw new Error(answer)
  return answer
}

const created = async (): Promise<TestDatabase> => {
  const server = address(await text(connect(inject('postgresOf'))))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await runOn(server, `create database ${name} template template1 strategy file_copy`)
  return { url: on(server, name), drop: () => runOn(server, `drop database ${name} with (force)`) }
}

const lent = async (): Promise<TestDatabase> => {
  const lease = connect(inject('databaseOf'))
  const [answer] = await once(lease, 'data')
  const rest = text(lease)
  return {
    url: address(String(answer)),
    drop: async () => {
      lease.end()
      const problem = await rest
      if (problem !== '') throw new Error(problem)
    },
  }
}

/**
 * A database that nobody else uses, with the present schema and nothing in it, or, `empty`, without any schema. `drop` it when done;
 * connections still open to it are cut, and under this URL it is not found again.
 */
export const testDatabase = async ({
  empty = false,
}: {
  readonly empty?: boolean
} = {}): Promise<TestDatabase> => (empty ? created() : lent())
