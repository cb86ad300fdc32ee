import { readFileSync } from 'node:fs'
import { vi } from 'vitest'
import { flows as conversations } from '../../flows/index.ts'
import type { Flow } from '../../src/chat/flow.ts'
import type { Adapters } from '../../src/deliver/destination.ts'
import type { TicketEvent } from '../../src/domain/ticket/event.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { createBot } from '../../src/main/bot.ts'
import { readOrganisation } from '../../src/organisation/read-organisation.ts'
import { createLog, type Log } from '../../src/process/log.ts'
import { createQueue } from '../../src/queue/bullmq.ts'
import type { Queue } from '../../src/queue/queue.ts'
import { createStore } from '../../src/store/create-store.ts'
import { createPool } from '../../src/store/pool.ts'
import { createSql, type Sql } from '../../src/store/sql.ts'
import type { Store } from '../../src/store/store.ts'
import { applyEntries } from '../../src/work/apply-entries.ts'
import type { KindsOfWork } from '../../src/work/kind.ts'
import { kinds as product } from '../../src/work/kinds.ts'
import type { OrderItems } from '../../src/work/order.ts'
import { testDatabase } from './database.ts'
import { noRedis, testRedis } from './redis.ts'
import { stillQueue } from './still-queue.ts'

/** Which kinds of work there are in a story, and which conversations: by default the product's. */
export type Work = { readonly kinds?: KindsOfWork; readonly flows?: readonly Flow[] }

/** What an adapter of a story is made with. */
export type StoryParts = {
  readonly url: string
  readonly store: Store
  readonly sql: Sql
  readonly kinds: KindsOfWork
  readonly log: Log
  readonly now: () => number
  readonly order: () => OrderItems
}

/**
 * The whole bot on a real PostgreSQL, and a real Redis where there is one and the clock is real, with the adapters of the
 * story: the remote sides are its fakes. `now` turns the clock by hand.
 */
export const startLiveStory = async ({
  organisation: file,
  change = (text) => text,
  adapters,
  now = Date.now,
  kinds = product,
  flows = conversations,
}: {
  readonly organisation: string
  /** The organisation as this story has it. */
  readonly change?: (text: string) => string
  readonly adapters: (parts: StoryParts) => Adapters
  readonly now?: () => number
} & Work) => {
  const database = await testDatabase()
  const redis = noRedis || now !== Date.now ? undefined : await testRedis()
  const problems: string[] = []
  const log = createLog({ level: 'warn', write: (line) => problems.push(line) })
  const ends: (() => Promise<void>)[] = []

  /** A process of the bot: it shares the database with others, and nothing else. */
  const createProcess = async (queue: Queue) => {
    const pool = createPool({ url: database.url, max: 10 })
    const store = await createStore({ pool, kinds, now })
    const parts = { url: database.url, store, sql: createSql(pool), kinds, log, now, order: () => bot.order }
    const reference = () => 'ref'
    const bot = createBot({ store, kinds, queue, adapters: adapters(parts), flows, now, reference, log })
    ends.push(async () => {
      await bot.stop()
      await store.close()
      await pool.end()
    })
    return { store, bot }
  }

  const { store, bot } = await createProcess(
    redis === undefined ? stillQueue : await createQueue({ redis: { path: redis.path } }, log),
  )

  /** Applies the organisation with some of its lines changed, as an operator would in the middle of a story. */
  const organise = async (...changes: readonly (readonly [from: string | RegExp, to: string])[]) => {
    let text = change(readFileSync(file, 'utf8'))
    for (const [from, to] of changes) {
      if (text.replace(from, to) === text) throw new Error(`the organisation has no ${from}`)
      text = text.replace(from, to)
    }
    const read = readOrganisation(text, file)
    if (!read.ok) throw new Error(JSON.stringify(read.no))
    const applied = await applyEntries({ store, order: bot.order }, read.value.entries)
    if (!applied.ok) throw new Error(JSON.stringify(applied.no))
  }
  await organise()
  const started = await bot.start()

  return {
    /** Where its database is. */
    url: database.url,
    bot,
    store,
    /** What the operator's log says, from a warning on. */
    problems,
    organise,
    /** Where an adapter listens. */
    address: (platform: string): string | undefined =>
      started.find((one) => one.platform === platform)?.address,
    ticket: async (id: string): Promise<Ticket> => {
      const [loaded] = await store.load([id])
      if (loaded === undefined) throw new Error(`there is no ${id}`)
      return loaded.state as Ticket
    },
    events: async (id: string): Promise<readonly TicketEvent[]> =>
      (await store.events(id)).map(({ event }) => event as TicketEvent),
    /** Waits until these words stand in the record of a ticket, which shows nowhere when they were said inside. */
    recorded: (id: string, words: string): Promise<void> =>
      vi.waitFor(async () => {
        if (!JSON.stringify(await store.events(id)).includes(words)) throw new Error(`no ${words} in ${id}`)
      }, 60_000),
    /** Nothing is in hand any more: what was said is carried out, shown and drawn. */
    settled: async (): Promise<void> => {
      await bot.app.drain()
      bot.deliver.kick()
      await bot.deliver.idle()
      bot.homes.kick()
      await bot.homes.idle()
    },
    /** Starts another process of the bot on the same database. */
    startAnother: async (): Promise<void> => {
      const another = await createProcess(stillQueue)
      await another.bot.start()
    },
    end: async (): Promise<void> => {
      await Promise.all(ends.map((end) => end()))
      await Promise.all([database.drop(), redis?.stop()])
    },
  }
}
