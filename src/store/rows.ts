import type { Row, Told } from '../domain/item/reading.ts'
import type { Notice } from './change.ts'

/** A line of a list as `listColumns` reads it. */
export type ListRow = {
  readonly id: string
  readonly kind: string
  readonly seq: number
  readonly version: number
  readonly state: unknown
  readonly supplier: string
  readonly customer: string | null
  readonly open: boolean
  readonly status: string
  readonly priority: string | null
  readonly assignee: string | null
  readonly reporter: string | null
  readonly due_at: number | null
  readonly waiting_for: readonly string[]
}

export const listColumns = `i.id, i.kind, i.seq, i.version, i.state, i.supplier, i.customer, i.open, i.status, i.priority,
  i.assignee, i.reporter, i.due_at, i.waiting_for`

/** The line with its projection, absent where the column is null. */
export const rowOf = (row: ListRow): Row => ({
  id: row.id,
  kind: row.kind,
  seq: row.seq,
  state: row.state,
  index: {
    supplier: row.supplier,
    open: row.open,
    status: row.status,
    waitingFor: row.waiting_for,
    ...(row.customer === null ? {} : { customer: row.customer }),
    ...(row.priority === null ? {} : { priority: row.priority }),
    ...(row.assignee === null ? {} : { assignee: row.assignee }),
    ...(row.reporter === null ? {} : { reporter: row.reporter }),
    ...(row.due_at === null ? {} : { dueAt: row.due_at }),
  },
})

/** A notice's evidence as `toldColumns` reads it. */
export type ToldRow = {
  readonly seq: number
  readonly notice: Omit<Notice, 'card' | 'brief'>
  readonly owed_at: number
  readonly status: Told['status']
  readonly settled_at: number | null
  readonly platform: string | null
  readonly why: string | null
  readonly reporter: string | null
}

export const toldColumns = `o.seq, o.notice - 'card' - 'brief' as notice, o.owed_at, o.status, o.settled_at,
  o.message->>'platform' as platform, o.why, i.reporter`

/** The evidence of one notice: owed to whom, and what became of it. */
export const toldOf = ({
  seq,
  notice,
  owed_at,
  status,
  settled_at,
  platform,
  why,
  reporter,
}: ToldRow): Told => ({
  about: notice.about,
  seq,
  role: notice.role,
  side: notice.side,
  owedAt: owed_at,
  status,
  ...(notice.to.kind === 'person' ? { person: notice.to.person } : {}),
  ...(notice.to.kind === 'report_thread' && reporter !== null ? { person: reporter, inThread: true } : {}),
  ...(notice.to.kind === 'room' ? { room: notice.to.room } : {}),
  ...(status === 'owed' && notice.notBefore !== undefined ? { notBefore: notice.notBefore } : {}),
  ...(settled_at === null ? {} : { settledAt: settled_at }),
  ...(platform === null ? {} : { platform }),
  ...(why === null ? {} : { why }),
})
