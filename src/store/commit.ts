import type { Instant } from '../domain/calendar/calendar.ts'
import type { Held } from '../domain/people/claims.ts'
import { createAnswers } from './answers.ts'
import type { Change } from './change.ts'
import { commitRows } from './commit-rows.ts'
import { errorCode } from './database-error.ts'
import { toJson } from './json.ts'
import type { Signals } from './signals.ts'
import type { Sql } from './sql.ts'
import type { Store } from './store.ts'

type Outcome = {
  readonly won: readonly string[]
  readonly inbox: 'done' | 'already_done' | 'none'
  readonly held?: readonly Held[]
}

const nothing: Outcome = { won: [], inbox: 'none' }
/** Raised by `commit_changes` when all or nothing came to nothing. */
const lost = 'LOST1'
/** Raised by `hold_claims` with what another supplier has. */
const held = 'HELD1'

const call = 'select won, inbox from commit_changes($1, $2, $3, $4, $5, $6)'
const heads = `select id, '\\x' || encode(head, 'hex') as head from items where id = any($1)`

const heldOf = (error: unknown): readonly Held[] =>
  error instanceof Error && 'detail' in error ? JSON.parse(String(error.detail)) : []

const headsOf = async (sql: Sql, changes: readonly Change[]): Promise<ReadonlyMap<string, string>> => {
  const ids = changes
    .filter(({ expected, expectedHead }) => expected > 0 && !expectedHead)
    .map(({ item }) => item)
  const rows = ids.length === 0 ? [] : await sql<{ id: string; head: string }>(heads, [ids])
  return new Map(rows.map(({ id, head }) => [id, head]))
}

/** `Store.commit`: one statement, one round trip, one transaction. */
export const createCommit = (sql: Sql, signals: Signals, now: () => Instant): Store['commit'] => {
  const answers = createAnswers(sql, now)
  return async (changes, { together = false, inbox, extra = [] } = {}) => {
    if (changes.length === 0 && inbox !== undefined) {
      const ended = await answers({ inbox, extra })
      if (extra.length > 0) signals.tell('outbox', '')
      return { won: new Set(), inbox: ended }
    }
    const items = new Set(changes.map(({ item }) => item))
    if (items.size < changes.length) throw new Error('A commit holds at most one change of each item')

    const rows = commitRows(changes, extra, await headsOf(sql, changes), now())
    const given = [rows.items, rows.events, rows.notices, rows.messages].map(toJson)
    const [outcome = nothing] = await sql<Outcome>(call, [...given, inbox ?? null, together]).catch(
      (error: unknown) => {
        if (errorCode(error) === lost) return []
        if (errorCode(error) === held) return [{ ...nothing, held: heldOf(error) }]
        throw error
      },
    )
    const { won } = outcome
    if (won.length > 0 || extra.length > 0) signals.tell('outbox', won.length === 1 ? won.join() : '')
    const others = outcome.held === undefined ? {} : { held: outcome.held }
    return { won: new Set(won), inbox: outcome.inbox, ...others }
  }
}
