import type { Instant } from '../domain/calendar/calendar.ts'
import type { Sql } from './sql.ts'

/** The halves of a worker's work, each of which can stop without the other. */
export type Part = 'waking' | 'sending'

/** The halves, in the order they are named. */
export const parts: readonly Part[] = ['waking', 'sending']

/** A half of the work that stopped or runs again, and since when. */
export type Turned = { readonly part: Part; readonly since: Instant }

/** The heartbeat of the machinery, shared by all processes through the database, so that one of them can miss another (R7). */
export type Pulse = {
  /** This part of the work was just done. */
  readonly beat: (part: Part) => Promise<void>
  /** How long ago each part was last done, ms; a part nobody ever did is missing. Also a proof that the database can be written. */
  readonly ages: () => Promise<{ readonly [part in Part]?: number }>
  /** The parts that stopped so long ago and that nobody was told of yet: told by the caller from now on, and by no other. */
  readonly stopped: (ms: number) => Promise<readonly Turned[]>
  /** The parts that run again and whose stop somebody was told of: likewise. */
  readonly returned: (ms: number) => Promise<readonly Turned[]>
}

const here = '(extract(epoch from clock_timestamp()) * 1000)::bigint'
const beat = `
insert into pulse (part, at) values ($1, ${here}) on conflict (part) do update set at = excluded.at`
const ages = `
with written as (
  insert into pulse (part, at) values ('looking', ${here}) on conflict (part) do update set at = excluded.at returning at)
select p.part, (w.at - p.at)::float8 as age from pulse p, written w where p.part = any($1)`
/**
 * Both halves die together with their process, at moments that differ by a beat: they are told together. A half that nobody
 * ever did counts from the first look for it, so that a worker that never came is missed as well.
 */
const stopped = `
with begun as (insert into pulse (part, at) select unnest($1::text[]), ${here} on conflict (part) do nothing)
update pulse set told_at = ${here} where part = any($1) and told_at is null and at < ${here} - $2::bigint * 3 / 4
  and exists (select from pulse where part = any($1) and told_at is null and at < ${here} - $2::bigint)
returning part, at as since`
const returned = `
update pulse set told_at = null where part = any($1) and told_at is not null and at >= ${here} - $2::bigint
returning part, at as since`

/** The pulse on PostgreSQL. */
export const createPulse = (sql: Sql): Pulse => ({
  beat: async (part) => {
    await sql(beat, [part])
  },
  ages: async () => {
    const rows = await sql<{ part: Part; age: number }>(ages, [parts])
    return Object.fromEntries(rows.map(({ part, age }) => [part, age]))
  },
  stopped: (ms) => sql<Turned>(stopped, [parts, ms]),
  returned: (ms) => sql<Turned>(returned, [parts, ms]),
})
