import type { Inbound } from '../chat/inbound.ts'
import { inboxRow, layInbox } from './inbox-row.ts'
import type { Signals } from './signals.ts'
import type { Sql } from './sql.ts'
import type { Store } from './store.ts'

/** The accepting process works on a new row at once; only when it has not ended it by then may another take it. */
const acceptLeaseMs = 15_000

const accept = `
with accepted as (
  ${layInbox} returning id)
select id::text, false as seen, false as done from accepted
union all
select id::text, true, status = 'done' from inbox where not exists (select from accepted)
  and platform = $1 and team = $2 and (key = $3 or (conversation = $4 and message = $5))
limit 1`

const claim = `
with free as (
  select id from inbox where status = 'open' and lease_until <= $1 order by id limit $2 for update skip locked
), leased as (
  update inbox set lease_until = $1 + $3::bigint, attempts = attempts + 1 where id in (select id from free)
  returning id, inbound, attempts)
select id::text, inbound, attempts from leased order by leased.id`

const stateOf = `
select bool_or(status = 'open') as open from inbox
where conversation = $2 and message = $3 and platform = $1 having count(*) > 0`

const promise = `
update inbox set inbound = inbound || '{"acknowledged":true}' where id = $1::bigint and status = 'open'`
const answered = `update inbox set status = 'answered' where id = $1::bigint and status = 'open'`
const abandon = `update inbox set status = 'abandoned', why = $2 where id = $1::bigint and status = 'open'`

/** What came in, each once: the same key, and one message that arrives as two events, are `seen`. */
export const createInbox = (sql: Sql, signals: Signals): Store['inbox'] => ({
  accept: async (inbound, now) => {
    const values = [...inboxRow(inbound), now, now + acceptLeaseMs]
    // A twin that commits while the insert waits for it is not in the statement's snapshot: look once more.
    const [first] = await sql<Accepted>(accept, values)
    const [found] = first ? [first] : await sql<Accepted>(accept, values)
    if (!found) throw new Error(`The inbox neither took nor knows ${inbound.who.platform} ${inbound.key}`)
    if (!found.seen) signals.tell('inbox', found.id)
    return found
  },
  claim: (now, limit, leaseMs) =>
    sql<{ id: string; inbound: Inbound; attempts: number }>(claim, [now, limit, leaseMs]),
  promise: async (id) => {
    await sql(promise, [id])
  },
  answered: async (id) => {
    await sql(answered, [id])
  },
  stateOf: async ({ platform, conversation, message }) => {
    const [found] = await sql<{ open: boolean }>(stateOf, [platform, conversation, message])
    if (found === undefined) return 'unknown'
    return found.open ? 'open' : 'ended'
  },
  abandon: async (id, why) => {
    await sql(abandon, [id, why])
  },
})

type Accepted = { readonly id: string; readonly seen: boolean; readonly done: boolean }
