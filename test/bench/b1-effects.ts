import type { Pool } from 'pg'
import type { Instant } from '../../src/domain/calendar/calendar.ts'
import type { Times } from './b1-timed.ts'

/** What came of one item since it was armed: what the log says, and the outbox rows by state. */
type Effect = {
  readonly item: string
  readonly fired: readonly { readonly type: string; readonly at: number; readonly dueAt: number }[]
  readonly rows: readonly { readonly status: string; readonly at: number; readonly key: string }[]
}

const effects = `
select i.id as item,
  (select json_agg(json_build_object('type', type, 'at', at, 'dueAt', (body->>'dueAt')::bigint))
   from events e where e.item = i.id and e.seq > $2) as fired,
  (select json_agg(json_build_object('status', status, 'at', settled_at, 'key', replace(message->>'message', 'post-', '')))
   from outbox o where o.item = i.id) as rows
from items i where i.id = any($1)`

/**
 * Nothing early, nothing twice, nothing missed: exactly one pre-warning of each item, dated at or after its moment, and
 * exactly one notice, sent, in a message that was posted: several that come together stand in one list. Throws at the first
 * that is not so; returns when each item's notice was told.
 */
export const checkEffects = async (
  pool: Pool,
  of: {
    readonly items: readonly string[]
    readonly dues: readonly Instant[]
    readonly seq: number
    readonly posted: Times
  },
): Promise<Times> => {
  const { rows } = await pool.query<Effect>(effects, [of.items, of.seq])
  const found = new Map(rows.map((effect) => [effect.item, effect]))
  return new Map(
    of.items.map((item, n) => {
      const due = of.dues[n] ?? Number.NaN
      const { fired, rows: owed } = found.get(item) ?? {}
      const [event] = fired ?? []
      const [row] = owed ?? []
      const handedAt = of.posted.has(row?.key ?? '') ? (row?.at ?? Number.NaN) : Number.NaN
      const once = fired?.length === 1 && owed?.length === 1 && row?.status === 'sent'
      const right = event?.type === 'ticket.prewarned' && event.dueAt === due && event.at >= due
      if (!once || !right || !(handedAt >= due))
        throw new Error(`B1: ${JSON.stringify({ item, due, fired, owed, handedAt })}`)
      return [item, handedAt]
    }),
  )
}
