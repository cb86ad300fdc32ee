import type { Pool, PoolClient } from 'pg'
import type { Instant } from '../domain/calendar/calendar.ts'
import { carryDirectories } from './carry-directories.ts'
import { explain } from './database-error.ts'
import { keepItems } from './migrations/0001-keep-items.ts'
import { keepWebChat } from './migrations/0002-keep-web-chat.ts'
import { claimOutbox } from './migrations/0003-claim-outbox.ts'
import { redrawHomes } from './migrations/0004-redraw-homes.ts'
import { keepInstallations } from './migrations/0005-keep-installations.ts'
import { followNotices } from './migrations/0006-follow-notices.ts'
import { findInboxByPlace } from './migrations/0007-find-inbox-by-place.ts'
import { keepReferences } from './migrations/0008-keep-references.ts'
import { keepPosts } from './migrations/0009-keep-posts.ts'
import { takeKnownKinds } from './migrations/0010-take-known-kinds.ts'
import { feelPulse } from './migrations/0011-feel-pulse.ts'
import { splitDirectories } from './migrations/0012-split-directories.ts'
import { keepEra } from './migrations/0013-keep-era.ts'
import { keepRatingsWaiting } from './migrations/0014-keep-ratings-waiting.ts'
import { followMoves } from './migrations/0015-follow-moves.ts'
import { findEndedAsked } from './migrations/0016-find-ended-asked.ts'
import { findDowngradesWaiting } from './migrations/0017-find-downgrades-waiting.ts'
import { lookForLeftOwners } from './migrations/0018-look-for-left-owners.ts'
import { keepChatPlaces } from './migrations/0019-keep-chat-places.ts'
import { standOnce } from './migrations/0020-stand-once.ts'
import { findTickets } from './migrations/0021-find-tickets.ts'
import { tellTogether } from './migrations/0022-tell-together.ts'
import { keepChatFiles } from './migrations/0023-keep-chat-files.ts'
import { takeOutbox } from './migrations/0024-take-outbox.ts'
import { drawWhatMoved } from './migrations/0025-draw-what-moved.ts'
import { findMergesWaiting } from './migrations/0026-find-merges-waiting.ts'

/** A step of the schema, and what it carries over of the contents that are there. */
type Migration = {
  readonly sql: string
  readonly carry?: (client: PoolClient, now: () => Instant) => Promise<void>
}

/** Every step of the schema, in order; the place in the list is the version. A step once released is never edited (`test/store/released-migrations.test.ts` holds their hashes). */
const steps: readonly Migration[] = [
  { sql: keepItems },
  { sql: keepWebChat },
  { sql: claimOutbox },
  { sql: redrawHomes },
  { sql: keepInstallations },
  { sql: followNotices },
  { sql: findInboxByPlace },
  { sql: keepReferences },
  { sql: keepPosts },
  { sql: takeKnownKinds },
  { sql: feelPulse },
  { sql: splitDirectories, carry: carryDirectories },
  { sql: keepEra },
  { sql: keepRatingsWaiting },
  { sql: followMoves },
  { sql: findEndedAsked },
  { sql: findDowngradesWaiting },
  { sql: lookForLeftOwners },
  { sql: keepChatPlaces },
  { sql: standOnce },
  { sql: findTickets },
  { sql: tellTogether },
  { sql: keepChatFiles },
  { sql: takeOutbox },
  { sql: drawWhatMoved },
  { sql: findMergesWaiting },
]

/** The version of the schema that this program works with. */
export const newestSchema = steps.length

/** Any number: it only has to be the same in every process. */
const migrationLock = 4_182_025

const versionOf = async (client: PoolClient): Promise<number> => {
  await client.query(
    'create table if not exists schema_version (version integer primary key, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ version: number }>(
    'select coalesce(max(version), 0) as version from schema_version',
  )
  return rows[0]?.version ?? 0
}

const climb = async (client: PoolClient, now: () => Instant): Promise<void> => {
  const found = await versionOf(client)
  if (found > steps.length)
    throw new Error(
      `The database has schema version ${found}, this Accord knows versions up to ${steps.length}. ` +
        'A newer Accord has used it: start that one, or restore a backup made before the upgrade.',
    )
  for (const [index, step] of steps.entries()) {
    if (index < found) continue
    await client.query('begin')
    await client.query(step.sql)
    await step.carry?.(client, now)
    await client.query('insert into schema_version (version) values ($1)', [index + 1])
    await client.query('commit')
  }
}

/**
 * Brings the schema to the present version. Processes that start together wait for each other. Refuses a schema newer
 * than this program, and a database that cannot hold every language.
 */
export const migrate = async (pool: Pool, now: () => Instant = Date.now): Promise<void> => {
  const client = await pool.connect().catch(explain)
  try {
    const { rows } = await client.query<{ server_encoding: string }>('show server_encoding')
    const encoding = rows[0]?.server_encoding
    if (encoding !== 'UTF8')
      throw new Error(`The database stores text as ${encoding}. Create one with encoding UTF8 and use that.`)
    await client.query('set statement_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await climb(client, now)
  } finally {
    // Ends the connection, and with it the lock, an open transaction and the setting.
    client.release(true)
  }
}
