import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Ticket } from '../../../src/domain/ticket/ticket.ts'
import { createStore } from '../../../src/store/create-store.ts'
import { kinds } from '../../../src/work/kinds.ts'

const isAway = (error: unknown): boolean =>
  error instanceof Error &&
  /^(08|57P0|ECONN|EPIPE|ENOENT)/.test('code' in error ? String(error.code) : '08') &&
  !/syntax/.test(error.message)

/** Reads the truth from PostgreSQL while bots come and go. */
export const openTruth = async (url: string) => {
  const store = await createStore({ url, kinds, max: 4 })
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  pool.on('error', () => {})
  const sql = async <Row extends object>(text: string, values: readonly unknown[] = [], tries = 3_000) => {
    try {
      return (await pool.query<Row>(text, [...values])).rows
    } catch (error) {
      // The server may be the very thing that a test kills.
      if (tries === 0 || !isAway(error)) throw error
      await pause(100)
      return sql<Row>(text, values, tries - 1)
    }
  }
  const count = async (text: string, values: readonly unknown[] = []): Promise<number> =>
    Number((await sql<{ count: string }>(`select count(*) from ${text}`, values))[0]?.count)

  const self = {
    store,
    sql,
    count,
    /** The ticket whose report was that message, once it is there. */
    ticketOf: async (message: string): Promise<string | undefined> => {
      const rows = await sql<{ item: string }>(
        `select item from events where type = 'ticket.reported' and body->'message'->>'message' = $1`,
        [message],
      )
      return rows[0]?.item
    },
    ticket: async (id: string): Promise<Ticket> => {
      const [row] = await sql<{ state: Ticket }>('select state from items where id = $1', [id])
      if (row === undefined) throw new Error(`there is no ${id}`)
      return row.state
    },
    /** How many events of this type a ticket has. */
    happened: (id: string, type: string) => count('events where item = $1 and type = $2', [id, type]),
    /**
     * Nothing that came in is unworked, nothing owed is unsent, every card is drawn as its ticket stands: all of it at one
     * moment, for what leaves one of these comes into the next. An alarm of an item that is over, which waits for the minute
     * of somebody's bell, will only be let go.
     */
    isQuiet: async () => {
      const [row] = await sql<{ quiet: boolean }>(
        `select not exists (select from inbox where status = 'open')
          and not exists (select from outbox o where status = 'owed'
            and coalesce((notice->>'notBefore')::bigint, 0) <= extract(epoch from clock_timestamp()) * 1000
            and not (notice ? 'guard' and notice ? 'rings' and exists (
              select from items i where i.id = o.item and not i.open)))
          and not exists (select from living where drawn_seq < wanted_seq) as quiet`,
      )
      return row?.quiet === true
    },
    end: async () => {
      await store.close()
      await pool.end()
    },
  }
  return self
}

/** The truth; see `openTruth`. */
export type Truth = Awaited<ReturnType<typeof openTruth>>

/**
 * As long as this a run waits while processes are killed all the time, ms: on a slow machine an act may come to its end only
 * when the killing does.
 */
export const untilKillsEnd = 1_200_000

/** Asks again and again until the answer is something; an error while servers are away is no answer. */
export const until = async <Value>(
  what: string,
  ask: () => Promise<Value | undefined | false>,
  withinMs = 300_000,
): Promise<Value> => {
  const end = Date.now() + withinMs
  for (;;) {
    const answer = await ask().catch(() => undefined)
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`)
    await pause(40)
  }
}
