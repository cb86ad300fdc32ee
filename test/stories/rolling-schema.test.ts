import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import { createBot } from '../../src/main/bot.ts'
import { createLog } from '../../src/process/log.ts'
import { createStore } from '../../src/store/create-store.ts'
import type { Store } from '../../src/store/store.ts'
import { kinds } from '../../src/work/kinds.ts'
import { restoreReleased } from '../support/released-database.ts'
import { stillQueue } from '../support/still-queue.ts'
import { morning, type Story, startStory } from '../support/story.ts'

type Pending = { readonly id: string; readonly seq: number; readonly due: number }

const leaseMs = 30_000

/** What the items of a database wait for, whatever its schema. */
const pendingOf = async (client: pg.Client): Promise<readonly Pending[]> => {
  const { rows } = await client.query<{ id: string; seq: number; due: string }>(
    'select id, seq, next_due_at as due from items where next_due_at is not null order by next_due_at, id',
  )
  return rows.map(({ due, ...rest }) => ({ ...rest, due: Number(due) }))
}

/**
 * A process of before works until the new ones come: what it took to send it never says sent. Two new ones start together,
 * and one of them brings the schema up.
 */
const startRolling = async () => {
  const stores: Store[] = []
  let before: readonly Pending[] = []
  let taken: readonly string[] = []
  const story = await startStory({
    begin: async (url) => {
      await restoreReleased(url)
      const older = new pg.Client({ connectionString: url })
      await older.connect()
      before = await pendingOf(older)
      const claim = 'select * from claim_outbox($1, 100, $2, $3)'
      taken = (await older.query<{ id: string }>(claim, [morning, leaseMs, 'older'])).rows.map(({ id }) => id)
      const start = () => createStore({ url, kinds, now: () => morning })
      stores.push(...(await Promise.all([start(), start()])))
      await older.end()
    },
  })
  const log = createLog({ level: 'warn', write: (line) => story.problems.push(line) })
  const others = stores.map((store, index) =>
    createBot({
      ...{ store, kinds, queue: stillQueue, adapters: { web: story.chat.adapter }, flows, log },
      ...{ now: story.now, reference: () => `other-${index}` },
    }),
  )
  const bots = [story.bot, ...others]
  return {
    story,
    before,
    taken,
    /** Time goes by; whatever comes due, every process goes for it at that moment. */
    pass: async (ms: number): Promise<void> => {
      const end = story.now() + ms
      for (;;) {
        const [next] = await story.store.due.all(undefined, 1)
        story.sleeps(Math.max(0, Math.min(next?.nextDue ?? end, end) - story.now()))
        await Promise.all(bots.map(({ sweep }) => sweep.soon()))
        for (const { deliver } of bots) deliver.kick()
        await Promise.all(bots.map(({ deliver }) => deliver.idle()))
        if (story.now() >= end) return
      }
    },
    end: async (): Promise<void> => {
      for (const bot of others) await bot.stop()
      for (const store of stores) await store.close()
      await story.end()
    },
  }
}

describe('T23 moments that are pending while a rolling deploy changes the schema', () => {
  let rolling: Awaited<ReturnType<typeof startRolling>>
  let story: Story
  beforeAll(async () => {
    rolling = await startRolling()
    story = rolling.story
  })
  afterAll(() => rolling.end())

  it('are the same before and after it', async () => {
    const client = new pg.Client({ connectionString: story.url })
    await client.connect()
    expect(rolling.before.length).toBeGreaterThan(3)
    expect(await pendingOf(client)).toEqual(rolling.before)
    await client.end()
  })

  it('are each met at their moment, and once, whichever process is first', async () => {
    await rolling.pass(leaseMs - 1)
    expect(story.chat.posted.filter((key) => rolling.taken.includes(key))).toEqual([])
    await rolling.pass(3 * 60_000)
    for (const { id, seq, due } of rolling.before) {
      const log = await story.store.events(id)
      const first = log.find((entry) => entry.seq === seq + 1)
      expect(first?.event, id).toMatchObject({ at: due, by: { kind: 'bot' } })
      const rungs = log.flatMap(({ event }) =>
        'epoch' in event && 'target' in event && 'rung' in event
          ? [`${event.target} ${event.epoch} ${event.rung}`]
          : [],
      )
      expect(new Set(rungs).size, id).toBe(rungs.length)
      expect(await story.store.verify(id), id).not.toHaveProperty('badSeq')
    }
    expect(story.problems).toEqual([])
  })

  it('are told once each, and so is what the process of before took and never sent', async () => {
    expect(rolling.taken.length).toBeGreaterThan(3)
    const keys = story.chat.posted
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toEqual(expect.arrayContaining([...rolling.taken]))
    expect(await story.store.outbox.claim(story.now() + leaseMs, 100, 0)).toEqual([])
  })
})
