import type { Notice } from './change.ts'
import { ownLine } from './outbox-row.ts'
import type { Sql } from './sql.ts'

/** A notice whose row contradicts itself or the log: which of its columns do. */
export type ChangedNotice = {
  readonly key: string
  readonly item?: string
  readonly columns: readonly string[]
}

/**
 * The row beside what it was made of. What a notice is about has happened no later than its entry; who is told and in which
 * words cannot be made anew, for both followed from who was who then.
 */
const page = `
select o.id, o.key, o.item, o.seq, o.line, o.lane, o.side, o.collapse, o.notice - 'card' as notice, i.seq as length,
  o.item is null or o.seq = 0 or exists (select from events e where e.item = o.item and e.seq <= o.seq
    and e.type = case o.notice->>'about' when 'ticket.told_at_start' then 'ticket.prewarned' else o.notice->>'about' end
  ) as happened
from outbox o left join items i on i.id = o.item where o.id > $1 order by o.id limit $2`

type Row = {
  readonly id: number
  readonly key: string
  readonly item: string | null
  readonly seq: number
  readonly line: string
  readonly lane: number
  readonly side: string
  readonly collapse: string | null
  readonly notice: Omit<Notice, 'card'>
  readonly length: number | null
  readonly happened: boolean
}

const changed = ({ key, item, seq, line, lane, side, collapse, notice, length, happened }: Row) => {
  const found: readonly (readonly [column: string, isBad: boolean])[] = [
    ['key', notice.key !== key],
    ['line', ownLine(notice, item ?? undefined) !== line],
    ['lane', notice.lane !== lane],
    ['side', notice.side !== side],
    ['collapse', (notice.collapse ?? null) !== collapse],
    // Of an item that is gone whole it is told apart.
    ['seq', length !== null && seq > length],
    ['about', length !== null && !happened],
  ]
  return found.flatMap(([column, isBad]) => (isBad ? [column] : []))
}

/** Every notice whose row was changed, as far as it shows, in pages. */
export const createNoticeAudit = (sql: Sql, size = 2_000) =>
  async function* (): AsyncGenerator<ChangedNotice, void> {
    for (let after = 0; ; ) {
      const rows = await sql<Row>(page, [after, size])
      for (const row of rows) {
        const columns = changed(row)
        if (columns.length > 0)
          yield { key: row.key, ...(row.item === null ? {} : { item: row.item }), columns }
      }
      const last = rows.at(-1)
      if (last === undefined) return
      after = last.id
    }
  }
