import { Redis } from 'ioredis'
import type { Pool } from 'pg'
import { flows } from '../../flows/index.ts'
import type { Instant } from '../../src/domain/calendar/calendar.ts'
import { createBot } from '../../src/main/bot.ts'
import { createQueue } from '../../src/queue/bullmq.ts'
import { createStore } from '../../src/store/create-store.ts'
import { createPool } from '../../src/store/pool.ts'
import type { Store } from '../../src/store/store.ts'
import { applyEntries } from '../../src/work/apply-entries.ts'
import { kinds } from '../../src/work/kinds.ts'
import { checkEffects } from './b1-effects.ts'
import { type Times, timedAdapter } from './b1-timed.ts'
import { allOf } from './b1-until.ts'
import type { Stage } from './stage.ts'
import { commitAll, organisation, ticketDue } from './tickets.ts'

/** Milliseconds from the due instant of each item to the two things a wake-up is for. */
export type Lateness = { readonly committed: readonly number[]; readonly handed: readonly number[] }

/** The ticket's card in the engineers' room and the reporter's receipt: both are drawn anew when it moves. */
const cards = `
insert into living (platform, team, conversation, message, item, audience, language, zone, drawn_seq, wanted_seq)
select 'web', 'local', audience, audience || id, id, audience, 'zh-CN', 'Asia/Shanghai', seq, seq
from items, unnest('{customer,supplier}'::text[]) audience where kind = 'ticket' and ($1::text[] is null or id = any($1))`

/** What was said of these items in their life, so that the outbox is as long as it is in earnest. */
const told = `
insert into outbox (key, item, seq, line, lane, side, collapse, status, owed_at, next_try_at, notice, settled_at)
select id || '.told', id, seq, 'person li', 3, 'supplier', id || ':watch', 'sent', next_due_at, next_due_at,
  jsonb_build_object('about', 'ticket.prewarned', 'card', state), next_due_at
from items where kind = 'ticket'`

/** How many of these items' notices were told. */
const sent = async (pool: Pool, items: readonly string[]): Promise<number> => {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::integer as count from outbox where item = any($1) and status = 'sent'`,
    [items],
  )
  return rows[0]?.count ?? 0
}

/** The real bot between a real store and a real queue, with this many items that wait for a later day. */
export const startBot = async (stage: Stage, pending: readonly Instant[]) => {
  const { databaseUrl, redisPath, log } = stage
  const pool = createPool({ url: databaseUrl, max: 20 })
  const store = await createStore({ pool, kinds, now: Date.now })
  const queue = await createQueue({ redis: { path: redisPath } }, log)
  const committed: Times = new Map()
  const posted: Times = new Map()
  const timed: Store = {
    ...store,
    commit: async (changes, options) => {
      const outcome = await store.commit(changes, options)
      const at = Date.now()
      for (const item of outcome.won) committed.set(item, at)
      return outcome
    },
  }
  const web = timedAdapter(posted)
  const reference = () => 'bench'
  const bot = createBot({
    store: timed,
    kinds,
    queue,
    adapters: { web },
    flows,
    now: Date.now,
    reference,
    log,
  })
  const applied = await applyEntries({ store, order: bot.order }, await organisation())
  if (!applied.ok) throw new Error(applied.no.code)
  const world = await store.directories.of('yunheng')
  await commitAll(store.commit, pending.length, (n) => ticketDue(`HX-${n + 1}`, pending[n] ?? 0, world))
  await pool.query(cards, [null])
  await pool.query(told)
  await pool.query('vacuum analyze')
  await bot.start()
  const redis = new Redis(redisPath)
  await allOf('armed', () => redis.zcard('{accord}:wake:delayed'), pending.length)
  let round = 0

  return {
    /** Lets as many tickets as there are instants come due then, and checks that each was woken just once. */
    wake: async (dues: readonly Instant[]): Promise<Lateness> => {
      round += 1
      const items = dues.map((_, n) => `HX-${pending.length + round * 10_000 + n}`)
      await commitAll(store.commit, dues.length, (n) => ticketDue(items[n] ?? '', dues[n] ?? 0, world))
      await pool.query(cards, [items])
      const loaded = await store.load(items)
      const seq = loaded[0]?.seq ?? 0
      await queue.arm(loaded.map(({ id, nextDue = 0 }) => ({ item: id, seq, nextDue })))
      if (Date.now() > Math.min(...dues)) throw new Error('B1: this machine prepares a round too slowly')
      await allOf('notices', () => sent(pool, items), items.length)
      await bot.deliver.idle()
      const handed = await checkEffects(pool, { items, dues, seq, posted })
      return {
        committed: dues.map((due, n) => (committed.get(items[n] ?? '') ?? Number.NaN) - due),
        handed: dues.map((due, n) => (handed.get(items[n] ?? '') ?? Number.NaN) - due),
      }
    },
    stop: async (): Promise<void> => {
      redis.disconnect()
      await bot.stop()
      await store.close()
      await pool.end()
    },
  }
}
