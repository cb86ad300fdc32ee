import type { Instant } from '../domain/calendar/calendar.ts'
import type { Sql } from './sql.ts'

/** Which database this is, how often it was seen, and when last. */
export type Era = { readonly id: string; readonly count: number; readonly at: Instant }

/** The era as it stands, and how many rows were written so far, where PostgreSQL counts them: of what is kept, not of signs of life. */
export type EraNow = Era & { readonly written?: number }

/** A notice that is owed and was owed when the database was seen last: it may have been sent since, where a backup was put back. */
export type Doubtful = { readonly id: string; readonly item: string }

/** How far the database has come, for who remembers it outside of it. */
export type Eras = {
  readonly read: () => Promise<EraNow>
  /** It is seen once more. */
  readonly next: (now: Instant) => Promise<Era>
  /** Where the logs of these items end; an item that is not there is missing. */
  readonly ends: (items: readonly string[]) => Promise<ReadonlyMap<string, number>>
  readonly doubtful: () => Promise<readonly Doubtful[]>
  /** Takes back all that is owed: nobody can tell what of it was sent. */
  readonly withdraw: (now: Instant) => Promise<void>
}

const why = 'a backup was restored; it may have been sent before'
const now = `
select id, count, at, case when current_setting('track_counts')::boolean then (
  select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::bigint from pg_stat_user_tables
  where schemaname = current_schema() and relname not in ('era', 'pulse')) end as written
from era`
const next = 'update era set count = count + 1, at = $1 returning id, count, at'
const ends = 'select id, seq from items where id = any($1)'
/** Owed since before the backup: what tells of the restoring itself is new, also where another process owes it. */
const before = `status = 'owed' and notice->>'about' <> 'restored'`
const doubtful = `select id::text, coalesce(item, '') as item from outbox where ${before} order by id`
const withdraw = `update outbox set status = 'withdrawn', settled_at = $1, why = '${why}' where ${before}`

/** The era on PostgreSQL. */
export const createEras = (sql: Sql): Eras => {
  const one = async <Row extends Era>(text: string, values: readonly unknown[] = []): Promise<Row> => {
    const [row] = await sql<Row>(text, values)
    if (row === undefined) throw new Error('The database does not say which one it is')
    return row
  }
  return {
    read: async () => {
      const { written, ...era } = await one<Era & { readonly written: number | null }>(now)
      return { ...era, ...(written === null ? {} : { written }) }
    },
    next: (at) => one(next, [at]),
    ends: async (items) =>
      new Map((await sql<{ id: string; seq: number }>(ends, [items])).map(({ id, seq }) => [id, seq])),
    doubtful: () => sql<Doubtful>(doubtful),
    withdraw: async (now) => {
      await sql(withdraw, [now])
    },
  }
}
