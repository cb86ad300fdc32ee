import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import type { Actor } from '../../src/domain/item/item.ts'
import type { TicketEvent } from '../../src/domain/ticket/event.ts'
import { createBot } from '../../src/main/bot.ts'
import { readOrganisation } from '../../src/organisation/read-organisation.ts'
import { createLog } from '../../src/process/log.ts'
import { createStore } from '../../src/store/create-store.ts'
import type { Store } from '../../src/store/store.ts'
import { applyEntries } from '../../src/work/apply-entries.ts'
import { kinds } from '../../src/work/kinds.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { recordingAdapter } from '../support/recording-adapter.ts'
import { stillQueue } from '../support/still-queue.ts'
import { checkLog } from './support/log-invariants.ts'
import { between, type Random, randomFrom, seedOf } from './support/random.ts'

const interleavings = 1_000
const atATime = 25
const organisation = join(import.meta.dirname, 'support/organisation.yaml')
const li: Actor = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' }
const zhao: Actor = { kind: 'person', id: 'zhao', side: 'customer', org: 'huaxin' }

const judged = (value: string) => ({ value, reason: '', suggested: true })
const report = {
  supplier: 'yunheng',
  customer: 'huaxin',
  reporter: 'zhao',
  text: 'The printer jams',
  source: 'chat',
  category: judged('printer'),
  impact: judged('medium'),
  urgency: judged('medium'),
} as const

/** A few turns of the event loop, and those it is held back: where in the other's work this one falls. */
const turns = async (random: Random, held: number): Promise<void> => {
  for (let left = between(random, 0, 12) + Math.max(0, held); left > 0; left -= 1)
    await new Promise(setImmediate)
}

describe('T09 two processes at the very millisecond a rung is due', () => {
  let database: TestDatabase
  let at = Date.UTC(2026, 10, 2, 2)
  const stores: Store[] = []
  const bots: ReturnType<typeof createBot>[] = []
  beforeAll(async () => {
    database = await testDatabase()
    const chat = recordingAdapter()
    for (const name of ['one', 'two']) {
      const store = await createStore({ url: database.url, kinds, now: () => at })
      stores.push(store)
      bots.push(
        createBot({
          ...{ store, kinds, queue: stillQueue, adapters: { web: chat.adapter }, flows },
          ...{ now: () => at, reference: () => name, log: createLog({ level: 'error' }) },
        }),
      )
    }
    const read = readOrganisation(readFileSync(organisation, 'utf8'), organisation)
    if (!read.ok) throw new Error(JSON.stringify(read.no))
    const { presser, store } = parts()
    await applyEntries({ store, order: presser.order }, read.value.entries)
  })
  afterAll(async () => {
    for (const bot of bots) await bot.stop()
    for (const store of stores) await store.close()
    await database.drop()
  })

  const parts = () => {
    const [presser, waker] = bots
    const [store] = stores
    if (!presser || !waker || !store) throw new Error('not begun')
    return { presser, waker, store }
  }

  it('one claims while the other escalates, 1,000 times: escalated then claimed, or claimed and never escalated', async () => {
    const { presser, waker, store } = parts()
    const random = randomFrom(seedOf('claim against escalation'))
    const { directory } = await store.directories.of('yunheng')
    let escalatedFirst = 0
    // Turns that the claims are held back by, or the escalations where it is below nothing: whoever was late begins sooner.
    let held = 0
    for (let round = 0; round < interleavings / atATime; round += 1) {
      const ids = Array.from({ length: atATime }, (_, n) => `HX-${round * atATime + n + 1}`)
      for (const id of ids) {
        const wish = { do: 'ticket.report', id, ...report, reportedAt: at } as const
        const reported = await presser.order([{ item: id, supplier: 'yunheng', wish }], zhao)
        expect(reported).toMatchObject({ ok: true })
      }
      // The response alarm and the first escalation are due in this very millisecond; the pre-warnings were passed.
      at += 6_000
      await Promise.all([
        (async () => {
          await turns(random, -held)
          await waker.sweep.soon()
        })(),
        ...ids.map(async (id) => {
          await turns(random, held)
          const claimed = await presser.order([{ item: id, wish: { do: 'ticket.claim' } }], li)
          expect(claimed).toMatchObject({ ok: true })
        }),
      ])
      at += 10
      const before = escalatedFirst
      for (const id of ids) {
        const log = await store.events(id)
        const ticket = checkLog(log, directory)
        expect(ticket.assignee).toBe('li')
        const types = log.map(({ event }) => (event as TicketEvent).type)
        const claim = types.indexOf('ticket.acknowledged')
        const rungs = types.lastIndexOf('ticket.escalated')
        expect(types.filter((type) => type === 'ticket.acknowledged')).toHaveLength(1)
        expect(rungs, `${id}: ${types.join()}`).toBeLessThan(claim)
        if (rungs >= 0) escalatedFirst += 1
        expect(await store.verify(id)).toEqual({ length: log.length })
        const done = await presser.order([{ item: id, wish: { do: 'ticket.cancel', reason: 'over' } }], zhao)
        expect(done).toMatchObject({ ok: true })
      }
      held += escalatedFirst - before < atATime / 2 ? 2 : -2
    }
    console.log(`escalated first: ${escalatedFirst} of ${interleavings}`)
    expect(escalatedFirst, 'both orders happened').toBeGreaterThan(interleavings / 20)
    expect(escalatedFirst).toBeLessThan(interleavings - interleavings / 20)
  })
})
