import { randomUUID } from 'node:crypto'
import { toJson } from './json.ts'
import { type Kinds, namesOf } from './kinds.ts'
import { lineOf, outboxRow } from './outbox-row.ts'
import { claim, owe, owesRoot, settle } from './outbox-sql.ts'
import { shownOnCard } from './rows.ts'
import type { Settlement } from './settlement.ts'
import type { Signals } from './signals.ts'
import type { Sql } from './sql.ts'
import type { Owed, Store } from './store.ts'

const settlementRow = (settlement: Settlement) => {
  const { id, status, at } = settlement
  const row = { id, status, at }
  switch (status) {
    case 'sent':
      return {
        ...row,
        message: settlement.message,
        shared: settlement.shared,
        ...(settlement.shown === true ? { why: shownOnCard } : {}),
      }
    case 'again':
      return { ...row, next_at: settlement.nextAt, why: settlement.why, tried: settlement.tried }
    case 'withdrawn':
    case 'superseded':
    case 'failed':
      return { ...row, why: settlement.why }
  }
}

/** What is owed to people, and the evidence of what became of it. `holder` is this process among all that send. */
export const createOutbox = (
  sql: Sql,
  signals: Signals,
  kinds: Kinds,
  holder: string = randomUUID(),
): Store['outbox'] => ({
  claim: async (now, limit, leaseMs) => {
    const rows = await sql<Omit<Owed, 'together'> & { readonly together: string | null }>(claim, [
      ...[now, limit, leaseMs, holder, namesOf(kinds)],
    ])
    return rows.map(({ together, ...row }) => (together === null ? row : { ...row, together }))
  },
  settle: async (settlements) => {
    const rows = await sql<{ id: string }>(settle, [toJson(settlements.map(settlementRow)), holder])
    return new Set(rows.map(({ id }) => id))
  },
  owe: async (item, seq, now, notices) => {
    const rows = notices.map((notice, place) => ({ ...outboxRow(notice, item, seq, now), place }))
    await sql(owe, [toJson(rows)])
    signals.tell('outbox', item)
  },
  owesRoot: async (item, { to, side }) => {
    const root = to.kind === 'room' ? { ...to, thread: false } : to
    return (await sql(owesRoot, [item, side, lineOf(root, item)])).length > 0
  },
})
