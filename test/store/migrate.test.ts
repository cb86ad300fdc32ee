import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStore } from '../../src/store/create-store.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

describe('the schema', () => {
  let database: TestDatabase
  let admin: pg.Pool
  beforeAll(async () => {
    database = await testDatabase({ empty: true })
    admin = new pg.Pool({ connectionString: database.url })
    admin.on('error', () => {})
  })
  afterAll(async () => {
    await admin.end()
    await database.drop()
  })
  const versions = async () =>
    (await admin.query('select version from schema_version order by 1')).rows.map(({ version }) => version)

  it('is made once by processes that start together', async () => {
    const stores = await Promise.all(
      Array.from({ length: 6 }, () => createStore({ url: database.url, kinds: {} })),
    )
    await Promise.all(stores.map((store) => store.close()))
    const made = await versions()
    expect(made).toEqual(made.map((_, place) => place + 1))
    expect(made.length).toBeGreaterThan(1)
  })

  it('stays as it is when the store starts again', async () => {
    const before = await admin.query('select * from schema_version')
    await (await createStore({ url: database.url, kinds: {} })).close()
    expect((await admin.query('select * from schema_version')).rows).toEqual(before.rows)
  })

  it('is refused when a newer Accord made it', async () => {
    await admin.query('insert into schema_version (version) values (99)')
    await expect(createStore({ url: database.url, kinds: {} })).rejects.toThrow(
      'The database has schema version 99, this Accord knows versions up to',
    )
  })
})
