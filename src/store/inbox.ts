import type { Inbound } from '../chat/inbound.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Account } from '../domain/people/directory.ts'
import type { MessageRef } from '../domain/ticket/event.ts'
import { isOfOne } from './database-error.ts'
import { createGather } from './gather.ts'
import { type Arrival, arrivalRows, identityOf, layInbox } from './inbox-row.ts'
import { toJson } from './json.ts'
import type { Sql } from './sql.ts'

/** What came in and is not worked on yet, or was. */
export type Inbox = {
  /**
   * Durable before acknowledged: `seen` when that key, or that very message, came before, `done` when it has had its
   * effect by now. Returns the row's id. A new row is leased to the caller for 15 s.
   */
  readonly accept: (
    inbound: Inbound,
    now: Instant,
  ) => Promise<{
    readonly id: string
    readonly seen: boolean
    readonly done: boolean
    /** A form that was sent before, filled in otherwise. */
    readonly saysElse: boolean
  }>
  /** Undone rows whose lease ran out, oldest first; leased to the caller for `leaseMs`. `attempts` counts this one. */
  readonly claim: (
    now: Instant,
    limit: number,
    leaseMs: number,
  ) => Promise<readonly { id: string; inbound: Inbound; attempts: number }[]>
  /** What one account sent, by its row; of any other account, or where there is no such row, nothing. */
  readonly sent: (id: string, by: Account) => Promise<Inbound | undefined>
  /** The sender of an act was told that it arrived: it is carried out also when the process that has it in hand dies. */
  readonly promise: (id: string) => Promise<void>
  /**
   * Ends a row whose sender got a reply and nothing changed: sent again, it may still have its effect. Returns whether it had
   * it by now, because the same came twice at once.
   */
  readonly answered: (id: string) => Promise<boolean>
  /** Whether a message came in and is still in hand, came in and ended, or never came in. */
  readonly stateOf: (
    message: Pick<MessageRef, 'platform' | 'conversation' | 'message'>,
  ) => Promise<'open' | 'ended' | 'unknown'>
  /** Nobody works on the row any more; kept with its reason for the operator. Sent again, it may still have its effect. */
  readonly abandon: (id: string, why: string) => Promise<void>
}

/** The accepting process works on a new row at once; only when it has not ended it by then may another take it. */
const acceptLeaseMs = 15_000

const known = `
select id::text, true as seen, status = 'done' as done, inbound->'values' is distinct from $6::jsonb as "saysElse"
from inbox where platform = $1 and team = $2 and (key = $3 or (conversation = $4 and message = $5)) limit 1`

/** Tried again with other words: these are what it is done with, if it is. */
const reword = `update inbox set inbound = $2::jsonb where id = $1::bigint and status <> 'done'`

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

const sent = `
select inbound from inbox
where id = $1::bigint and platform = $2 and inbound->'who'->>'team' = $3 and inbound->'who'->>'user' = $4`

const promise = `
update inbox set inbound = inbound || '{"acknowledged":true}' where id = $1::bigint and status = 'open'`
const answered = `
update inbox set status = case when status = 'open' then 'answered' else status end
where id = $1::bigint returning status = 'done' as done`
const abandon = `update inbox set status = 'abandoned', why = $2 where id = $1::bigint and status = 'open'`

const acceptAll = async (sql: Sql, batch: readonly Arrival[]): Promise<readonly (string | undefined)[]> => {
  const accepted = await sql<{ place: number; id: string }>(layInbox, [arrivalRows(batch)])
  const ids = new Map(accepted.map(({ place, id }) => [place, id]))
  return batch.map((_, place) => ids.get(place))
}

/** What came in, each once: the same key, and one message that arrives as two events, are `seen`. */
export const createInbox = (sql: Sql): Inbox => {
  const accepted = createGather({
    run: (batch: readonly Arrival[]) => acceptAll(sql, batch),
    most: 100,
    isOfOne,
  })
  return {
    accept: async (inbound, now) => {
      const id = await accepted({ inbound, receivedAt: now, leaseUntil: now + acceptLeaseMs })
      if (id !== undefined) return { id, seen: false, done: false, saysElse: false }
      const { platform, team, key, conversation, message } = identityOf(inbound)
      const values = inbound.kind === 'submit' ? toJson(inbound.values) : null
      const [found] = await sql<Accepted>(known, [platform, team, key, conversation, message, values])
      if (!found) throw new Error(`The inbox neither took nor knows ${platform} ${key}`)
      if (found.saysElse && !found.done) await sql(reword, [found.id, toJson(inbound)])
      return found
    },
    claim: (now, limit, leaseMs) =>
      sql<{ id: string; inbound: Inbound; attempts: number }>(claim, [now, limit, leaseMs]),
    sent: async (id, { platform, team, user }) => {
      const [found] = await sql<{ inbound: Inbound }>(sent, [id, platform, team, user])
      return found?.inbound
    },
    promise: async (id) => {
      await sql(promise, [id])
    },
    answered: async (id) => (await sql<{ done: boolean }>(answered, [id]))[0]?.done ?? false,
    stateOf: async ({ platform, conversation, message }) => {
      const [found] = await sql<{ open: boolean }>(stateOf, [platform, conversation, message])
      if (found === undefined) return 'unknown'
      return found.open ? 'open' : 'ended'
    },
    abandon: async (id, why) => {
      await sql(abandon, [id, why])
    },
  }
}

type Accepted = Awaited<ReturnType<Inbox['accept']>>
