import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { keepItems } from '../../src/store/migrations/0001-keep-items.ts'
import { keepWebChat } from '../../src/store/migrations/0002-keep-web-chat.ts'
import { claimOutbox } from '../../src/store/migrations/0003-claim-outbox.ts'
import { redrawHomes } from '../../src/store/migrations/0004-redraw-homes.ts'
import { keepInstallations } from '../../src/store/migrations/0005-keep-installations.ts'
import { followNotices } from '../../src/store/migrations/0006-follow-notices.ts'
import { findInboxByPlace } from '../../src/store/migrations/0007-find-inbox-by-place.ts'
import { keepReferences } from '../../src/store/migrations/0008-keep-references.ts'
import { keepPosts } from '../../src/store/migrations/0009-keep-posts.ts'

const released = [
  ...[keepItems, keepWebChat, claimOutbox, redrawHomes, keepInstallations, followNotices, findInboxByPlace],
  ...[keepReferences, keepPosts],
]

/** A database as the version before made it, with two suppliers in one directory; `to_jsonb` of each row, by table. */
const before: { readonly [table: string]: readonly object[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../store/shared-directory.json'), 'utf8'),
)

/** Fills an empty database with one of before, at the schema version that its processes had. */
export const restoreReleased = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    'create table schema_version (version integer primary key, applied_at timestamptz not null default now())',
  )
  for (const [index, step] of released.entries()) {
    await client.query(step)
    await client.query('insert into schema_version (version) values ($1)', [index + 1])
  }
  for (const [table, rows] of Object.entries(before)) {
    await client.query(`delete from ${table === 'events' ? 'living' : table}`)
    await client.query(
      `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    )
  }
  for (const table of ['inbox', 'outbox'])
    await client.query(
      `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`,
    )
  await client.end()
}
