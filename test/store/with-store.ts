import pg from 'pg'
import { afterAll, beforeAll, expect } from 'vitest'
import { createStore } from '../../src/store/create-store.ts'
import type { Store } from '../../src/store/store.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { known } from './samples.ts'

/**
 * A database of the test file's own with two stores on it, as two processes would have, and an administrator's
 * connection. Call it at the top of a `describe`; use the parts inside `it`.
 */
export const withStores = () => {
  let database: TestDatabase | undefined
  const open: { one?: Store; two?: Store; admin?: pg.Pool } = {}
  beforeAll(async () => {
    database = await testDatabase()
    open.admin = new pg.Pool({ connectionString: database.url, max: 4 })
    open.admin.on('error', () => {})
    ;[open.one, open.two] = await Promise.all([
      createStore({ url: database.url, kinds: known }),
      createStore({ url: database.url, kinds: known }),
    ])
  })
  afterAll(async () => {
    await Promise.all([open.one?.close(), open.two?.close(), open.admin?.end()])
    await database?.drop()
  })
  const ready = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('The store is opened before the first test, not earlier')
    return part
  }
  return {
    one: () => ready(open.one),
    two: () => ready(open.two),
    admin: () => ready(open.admin),
    url: () => ready(database).url,
  }
}

/** The one item that must be there. */
export const only = async (store: Store, id: string) => {
  const [loaded] = await store.load([id])
  if (!loaded) throw new Error(`${id} is not there`)
  return loaded
}

/** Patience for a busy machine. */
export const soon = { timeout: 60_000 }

/** Resolves once a statement of this database waits for a lock that another transaction holds. */
export const somebodyWaits = (admin: pg.Pool): Promise<void> =>
  expect
    .poll(async () => {
      const { rowCount } = await admin.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      )
      return rowCount
    }, soon)
    .toBeGreaterThan(0)
