import type { Instant } from '../domain/calendar/calendar.ts'
import type { Notice } from './change.ts'
import { isOfOne } from './database-error.ts'
import { createGather } from './gather.ts'
import { toJson } from './json.ts'
import { outboxRow } from './outbox-row.ts'
import type { Sql } from './sql.ts'

/** $1 rows of the inbox that end, each with the notices owed as its answer. Gives those that had not been done yet. */
const answer = `
with given as materialized (
  select * from json_to_recordset($1::json) as g(inbox bigint, notices json)
), ended as (
  update inbox set status = 'done' where status <> 'done' and id = any (array(
    select id from inbox where id = any (array(select inbox from given)) order by id for update))
  returning id
), owed as (
  insert into outbox (key, seq, line, lane, side, collapse, owed_at, next_try_at, notice)
  select n.key, n.seq, n.line, n.lane, n.side, n.collapse, n.owed_at, n.owed_at, n.notice
  from given g join ended e on e.id = g.inbox, json_to_recordset(g.notices) as n(key text, seq integer, line text,
    lane smallint, side text, collapse text, owed_at bigint, notice jsonb, place integer)
  order by n.place
  on conflict (key) do nothing
)
select id::text from ended`

type Answer = { readonly inbox: string; readonly extra: readonly Notice[] }

const answerAll = async (
  sql: Sql,
  batch: readonly Answer[],
  now: Instant,
): Promise<readonly ('done' | 'already_done')[]> => {
  let place = 0
  // A row that is ended twice at once is ended once.
  const answers = new Map(batch.map(({ inbox, extra }) => [inbox, extra]))
  const rows = [...answers].map(([inbox, extra]) => ({
    inbox,
    notices: extra.map((notice) => ({ ...outboxRow(notice, undefined, 0, now), place: place++ })),
  }))
  const ended = new Set((await sql<{ id: string }>(answer, [toJson(rows)])).map(({ id }) => id))
  return batch.map(({ inbox }) => (ended.delete(inbox) ? 'done' : 'already_done'))
}

/** Ends rows of the inbox that changed nothing, together with the answers owed for them: all of a moment in one transaction. */
export const createAnswers = (sql: Sql, now: () => Instant) =>
  createGather({ run: (batch: readonly Answer[]) => answerAll(sql, batch, now()), most: 100, isOfOne })
