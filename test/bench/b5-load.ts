import type { Pool } from 'pg'
import type { Change } from '../../src/store/change.ts'

/** So many organisations and people share the tickets, one of ten of them open: few enough that a page is full at every size. */
const suppliers = 10
const customers = 10
const people = 2_000

/** Whose lists are read. */
export const readers = {
  supplier: { side: 'supplier', org: 'supplier-7', person: 'engineer-7' },
  customer: { side: 'customer', org: 'customer-7', person: 'person-7' },
} as const

/** Each has words of its own, and a few that all have; reported over a month. */
const stateSql = `$3::jsonb || jsonb_build_object('id', 'HX-' || n, 'reportedAt', $6::bigint - n % 31 * 86400000::bigint,
  'closedAt', $6::bigint - n % 31 * 86400000::bigint,
  'title', 'Printer ' || n % 1000 || ' is jammed', 'text', '三楼第' || n % 7919 || '号打印机卡纸，全部门都打印不了'
  || case when n % 20011 = 0 then ' Quetzal' else '' end)`

/** $1 to $2 the tickets, $3 their state, $4 its seq, $5 its version, $6 when they are due, over the day after that. */
const items = `
insert into items (id, kind, seq, head, version, state, open, next_due_at, supplier, customer, status, priority, assignee,
  reporter, due_at, waiting_for)
select 'HX-' || n, 'ticket', $4, '\\x00', $5, ${stateSql}, dice % 10 = 0,
  case when dice % 10 = 0 then due end, 'supplier-' || n % ${suppliers}, 'customer-' || n % ${customers},
  case when dice % 10 = 0 then 'assigned' else 'closed' end, 'P2',
  case when dice % 3 > 0 then 'engineer-' || n % 60 end, 'person-' || n % ${people}, due,
  case when dice % 40 = 0 then '{answer}'::text[] else '{}'::text[] end
from (select n, abs(hashint4(n)::bigint) as dice, $6::bigint + n * 7919::bigint % 86400000 as due
  from generate_series($1::integer, $2::integer) n) numbered`

const events = `
insert into events (item, seq, at, by, type, body, salt, body_hash, hash)
select 'HX-' || n, e.seq, e.at, e.by, e.type, e.body, '\\x00', '\\x00', '\\x00'
from generate_series($1::integer, $2::integer) n, json_to_recordset($3::json) as e(
  seq integer, at bigint, by jsonb, type text, body jsonb)`

/** Lays the tickets `from` to `to` into the database, each a copy of the given one with a log as long as its own. */
export const layTickets = async (
  pool: Pool,
  { from, to }: { readonly from: number; readonly to: number },
  ticket: Change,
): Promise<void> => {
  const log = ticket.events.map(({ at, by, type, ...body }, place) => ({
    seq: place + 1,
    at,
    by,
    type,
    body,
  }))
  for (let first = from; first <= to; first += 20_000) {
    const range = [first, Math.min(first + 19_999, to)]
    const { state, events: all, version, nextDue } = ticket
    await pool.query(items, [...range, JSON.stringify(state), all.length, version, nextDue])
    await pool.query(events, [...range, JSON.stringify(log)])
  }
  await pool.query('vacuum analyze items')
  await pool.query('vacuum analyze item_words')
  await pool.query('vacuum analyze events')
}
