import type { TargetName } from '../domain/escalation/policy.ts'
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
  readonly together: boolean
  readonly seen: boolean | null
  readonly rung: string | null
  readonly target: TargetName | null
}

/** Of what was sent, why it rang for nobody: its person has a card or a list that shows it. */
export const shownOnCard = 'shown on a card'

export const toldColumns = `o.seq, o.notice - 'card' - 'brief' as notice, o.owed_at, o.status, o.settled_at,
  o.message->>'platform' as platform, o.why, i.reporter, o.together is not null as together,
  e.body->>'rung' as rung, e.body->>'target' as target,
  r.upto >= (case when o.message->>'message' ~ '^[0-9]{1,18}$' then o.message->>'message' end)::bigint as seen`

/** The event that a notice is about, by its key: those of one commit were owed together. */
const ofItsEvent = `e.item = o.item and e.type = replace(o.notice->>'about', 'ticket.told_at_start', 'ticket.prewarned')
  and e.seq = (regexp_match(o.key, '^[^.~]+[.]([0-9]{1,9})[.]'))[1]::integer`

/** A notice with its event, and how far its person has read where it stands, which the web chat alone can tell. */
export const toldRows = `outbox o join items i on i.id = o.item left join events e on ${ofItsEvent}
  left join chat_read r on o.status = 'sent' and o.message->>'platform' = 'web'
    and r.person = coalesce(o.notice->'to'->>'person', case when o.notice->'to'->>'kind' = 'report_thread' then i.reporter end)
    and r.conversation = o.message->>'conversation' and r.thread::text = coalesce(o.message->>'thread', '0')`

const wayOf = ({ notice, status, why, together }: ToldRow): Told['way'] => {
  if (status !== 'sent') return undefined
  if (why === shownOnCard) return 'card'
  return together ? (notice.digest === true ? 'digest' : 'list') : undefined
}

/** The evidence of one notice: owed to whom, and what became of it. */
export const toldOf = (row: ToldRow): Told => {
  const { seq, notice, owed_at, status, settled_at, platform, why, reporter, seen, rung, target } = row
  const way = wayOf(row)
  return {
    about: notice.about,
    seq,
    role: notice.role,
    side: notice.side,
    owedAt: owed_at,
    status,
    ...(notice.to.kind === 'person' ? { person: notice.to.person } : {}),
    ...(notice.to.kind === 'report_thread' && reporter !== null ? { person: reporter, inThread: true } : {}),
    ...(notice.to.kind === 'room' ? { room: notice.to.room } : {}),
    ...(rung === null || target === null ? {} : { rung: { rung, target } }),
    ...(status === 'owed' && notice.notBefore !== undefined ? { notBefore: notice.notBefore } : {}),
    ...(settled_at === null ? {} : { settledAt: settled_at }),
    ...(platform === null ? {} : { platform }),
    ...(way === undefined ? {} : { way }),
    // What their card shows now need not be what they read on it.
    ...(seen === true && way !== 'card' ? { seen } : {}),
    ...(why === null || way === 'card' ? {} : { why }),
  }
}
