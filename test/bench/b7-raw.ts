import type pg from 'pg'
import { noHead } from '../../src/store/chain.ts'
import { commitRows } from '../../src/store/commit-rows.ts'
import type { step } from './b7-rows.ts'

const put = (table: string, columns: string): string => {
  const list = columns.split(' ')
  return `insert into ${table} (${list}) values (${list.map((_, place) => `$${place + 1}`)})`
}
const eventColumns = 'item seq at by type body salt body_hash hash'
const outboxColumns = 'key item seq line lane side collapse owed_at next_try_at notice'
const threadColumns = 'platform team conversation message thread item side root'
const insertEvent = put('events', eventColumns)
const insertOutbox = put('outbox', outboxColumns)
const insertThread = put('threads', threadColumns)
const updateItem = `
update items set seq = $3, head = $4, version = $5, state = $6, open = $7, next_due_at = $8, supplier = $9, customer = $10,
  status = $11, priority = $12, assignee = $13, reporter = $14, due_at = $15, waiting_for = $16
where id = $1 and seq = $2`

const bytes = (hex: string): Buffer => Buffer.from(hex.slice(2), 'hex')

/** The rows of a change, made beforehand: the reference does nothing but write. */
export const rawRows = (change: ReturnType<typeof step>) => {
  const rows = commitRows([change], [], new Map([[change.item, noHead]]), 0)
  return {
    item: rows.items.map((row) => [
      ...[row.item, row.expected, row.seq, bytes(row.head), row.version, JSON.stringify(row.state), row.open],
      ...[row.next_due_at, row.supplier, row.customer, row.status, row.priority, row.assignee, row.reporter],
      ...[row.due_at, row.waiting_for],
    ]),
    events: rows.events.map((row) => [
      ...[row.item, row.seq, row.at, JSON.stringify(row.by), row.type, JSON.stringify(row.body)],
      ...[bytes(row.salt), bytes(row.body_hash), bytes(row.hash)],
    ]),
    outbox: rows.notices.map((row) => [
      ...[row.key, row.item, row.seq, row.line, row.lane, row.side, row.collapse],
      ...[row.owed_at, row.owed_at, JSON.stringify(row.notice)],
    ]),
    threads: rows.messages.map((row) => [
      ...[row.platform, row.team, row.conversation, row.message, row.thread, row.item, row.side, row.root],
    ]),
  }
}

/** Nothing to write. */
export const none: ReturnType<typeof rawRows> = { item: [], events: [], outbox: [], threads: [] }

/** The same rows by plain `pg`, statements prepared: BEGIN, UPDATE, an INSERT per row, COMMIT. */
export const rawCommit = async (pool: pg.Pool, rows: ReturnType<typeof rawRows>): Promise<void> => {
  const client = await pool.connect()
  await client.query('begin')
  for (const values of rows.item) await client.query({ name: 'item', text: updateItem, values })
  for (const values of rows.events) await client.query({ name: 'event', text: insertEvent, values })
  for (const values of rows.outbox) await client.query({ name: 'outbox', text: insertOutbox, values })
  for (const values of rows.threads) await client.query({ name: 'thread', text: insertThread, values })
  await client.query('commit')
  client.release()
}
