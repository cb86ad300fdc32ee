import type { Pool } from 'pg'
import type { Instant } from '../domain/calendar/calendar.ts'
import { createCommit } from './commit.ts'
import { createDirectories } from './create-directories.ts'
import { createDirectoryCache } from './directory-cache.ts'
import { createDue } from './due.ts'
import { createHomes } from './homes.ts'
import { createInbox } from './inbox.ts'
import { createItems } from './items.ts'
import type { Kinds } from './kinds.ts'
import { createLists } from './lists.ts'
import { createLiving } from './living.ts'
import { migrate } from './migrate.ts'
import { createOutbox } from './outbox.ts'
import { createPool } from './pool.ts'
import { createPulse } from './pulse.ts'
import { createScoped } from './scoped.ts'
import { createSignals } from './signals.ts'
import { createSql } from './sql.ts'
import type { Store } from './store.ts'
import { createThreads } from './threads.ts'
import { createVerify } from './verify.ts'

/** Where the database is: a URL, or a pool of the caller's, which the caller then closes. */
type Source = { readonly url: string; readonly max?: number } | { readonly pool: Pool }

/**
 * The store on PostgreSQL, its schema brought up to date. `kinds` rebuild snapshots of an older `evolve`, and items of no
 * other kind are given to anybody; `now` dates only what no event dates. Throws when the database cannot be reached or belongs to a newer Accord.
 */
export const createStore = async ({
  kinds,
  now = Date.now,
  directoryBytes,
  ...source
}: Source & {
  readonly kinds: Kinds
  readonly now?: () => Instant
  /** How much of the directories is kept in memory. */
  readonly directoryBytes?: number
}): Promise<Store> => {
  const pool = 'pool' in source ? source.pool : createPool(source)
  const endPool = async () => {
    if (!('pool' in source)) await pool.end()
  }
  try {
    await migrate(pool, now)
  } catch (error) {
    await endPool()
    throw error
  }
  const sql = createSql(pool)
  const present = createDirectoryCache(sql, directoryBytes)
  const signals = createSignals(pool)
  return {
    commit: createCommit(sql, signals, now),
    ...createItems(sql, kinds, present),
    as: createScoped(sql, kinds),
    directories: createDirectories(sql, present),
    inbox: createInbox(sql),
    outbox: createOutbox(sql, signals, kinds),
    threads: createThreads(sql),
    living: createLiving(sql, kinds),
    lists: createLists(sql),
    homes: createHomes(sql),
    pulse: createPulse(sql),
    due: createDue(sql, kinds),
    verify: createVerify(sql),
    onCommit: signals.onTold,
    close: async () => {
      await signals.close()
      await endPool()
    },
  }
}
