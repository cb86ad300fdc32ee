import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import type { Adapter } from '../../src/chat/adapter.ts'
import type { Card } from '../../src/chat/card.ts'
import type { World } from '../../src/domain/item/item.ts'
import type { TicketWish } from '../../src/domain/ticket/command.ts'
import type { TicketEvent } from '../../src/domain/ticket/event.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { ticketIndex } from '../../src/domain/ticket/ticket-index.ts'
import { ticketItem } from '../../src/domain/ticket/ticket-item.ts'
import { createBot } from '../../src/main/bot.ts'
import { createLog } from '../../src/process/log.ts'
import type { Change } from '../../src/store/change.ts'
import { createStore } from '../../src/store/create-store.ts'
import { createPool } from '../../src/store/pool.ts'
import { createSql } from '../../src/store/sql.ts'
import type { Store } from '../../src/store/store.ts'
import { applyEntries } from '../../src/work/apply-entries.ts'
import { kinds } from '../../src/work/kinds.ts'
import { commitAll, organisation } from '../bench/tickets.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { recordingAdapter } from '../support/recording-adapter.ts'
import { stillQueue } from '../support/still-queue.ts'

const second = 1_000
const minute = 60 * second
const many = 5_000
/** Rows of the outbox that a sender takes in one go. */
const claimedAtOnce = 200
/** Monday 2026-11-02 10:00 in Shanghai. */
const when = Date.UTC(2026, 10, 2, 2)
const zhao = { kind: 'person', id: 'zhao', side: 'customer', org: 'huaxin' } as const
const judged = (value: string) => ({ value, reason: 'the words of the report', suggested: true })

/** What makes P1, P2, P3. */
const inputs = [
  { impact: judged('high'), urgency: judged('high') },
  { impact: judged('medium'), urgency: judged('high') },
  { impact: judged('medium'), urgency: judged('medium') },
] as const

/** A ticket that was reported at a moment and handed out, and when it is due next. */
const waiting = (id: string, at: number, given: (typeof inputs)[number], world: World) => {
  const report: TicketWish = {
    ...{ do: 'ticket.report', id, supplier: 'yunheng', customer: 'huaxin', reporter: 'zhao', source: 'chat' },
    ...{
      text: 'The order system does not answer.',
      reportedAt: at,
      category: judged('application'),
      ...given,
    },
    message: { platform: 'web', team: 'local', conversation: 'huaxin', message: `report-${id}` },
  }
  const events: TicketEvent[] = []
  let state: Ticket | undefined
  for (const command of [
    { ...report, at, by: zhao },
    { do: 'ticket.wake', at, by: { kind: 'bot' } } as const,
  ]) {
    const decided = ticketItem.decide(state, command, world)
    if (!decided.ok) throw new Error(decided.no.code)
    for (const event of decided.value) state = ticketItem.evolve(state, event)
    events.push(...decided.value)
  }
  const due = state && ticketItem.nextDue(state, world)
  if (state === undefined || due === undefined) throw new Error(`${id} waits for nothing`)
  return { events, state, due }
}

const changeOf = (id: string, due: number, given: (typeof inputs)[number], world: World): Change => {
  const at = due - (waiting(id, when, given, world).due - when)
  const { events, state, due: nextDue } = waiting(id, at, given, world)
  const { kind, version } = ticketItem
  const index = ticketIndex(state, world)
  const none = { notices: [], messages: [] }
  return { item: id, kind, expected: 0, events, state, version, index, nextDue, ...none }
}

describe('T72 thousands of moments in the same second', () => {
  let database: TestDatabase
  let store: Store
  let at = when - minute
  const chat = recordingAdapter()
  const sent: Card[] = []
  const web: Adapter = {
    ...chat.adapter,
    post: async (place, post) => {
      sent.push(post.card)
      return chat.adapter.post(place, post)
    },
  }
  let bot: ReturnType<typeof createBot>
  let world: World
  const problems: string[] = []
  beforeAll(async () => {
    database = await testDatabase()
    const now = () => at
    store = await createStore({ url: database.url, kinds, now })
    const log = createLog({ level: 'warn', write: (line) => problems.push(line) })
    bot = createBot({
      ...{ store, kinds, queue: stillQueue, adapters: { web }, flows, now, log },
      reference: () => 'same-second',
    })
    expect(await applyEntries({ store, order: bot.order }, await organisation())).toMatchObject({ ok: true })
    world = await store.directories.of('yunheng')
  })
  afterAll(async () => {
    await bot.stop()
    await store.close()
    await database.drop()
  })

  const priorityOf = (item: string): number => Number(item.slice(3)) % inputs.length
  const dueOf = (item: string): number => when + ((Number(item.slice(3)) * 7) % second)
  const stand = () =>
    commitAll(store.commit, many, (n) => {
      const id = `HX-${n + 1}`
      return changeOf(id, dueOf(id), inputs[priorityOf(id)] ?? inputs[2], world)
    })
  const delivers = async (): Promise<void> => {
    bot.deliver.kick()
    await bot.deliver.idle()
  }

  it('are all met, once each, and told by priority and then by when they were due', async () => {
    await stand()
    at = when + second
    await bot.sweep.soon()
    expect(await store.due.overdue(at, 10)).toEqual([])
    await delivers()
    const pool = createPool({ url: database.url, max: 1 })
    const rows = await createSql(pool)<{ item: string; status: string; about: string }>(
      `select item, status, notice->>'about' as about from outbox order by id`,
    )
    await pool.end()
    expect(rows.filter(({ status }) => status !== 'sent')).toEqual([])
    expect(rows.map(({ item }) => item).toSorted()).toEqual(
      Array.from({ length: many }, (_, n) => `HX-${n + 1}`).toSorted(),
    )
    // One person hears of them: in few messages, each with what is most pressing on top and the rest counted.
    expect(sent.length).toBeLessThanOrEqual(many / claimedAtOnce)
    const [list] = sent
    const shown = (list?.blocks ?? []).flatMap((block) => (block.type === 'table' ? block.rows : []))
    const priorities = shown.map(({ cells }) => priorityOf(/HX-\d+/.exec(cells[0] ?? '')?.[0] ?? ''))
    expect(priorities.length).toBeGreaterThan(1)
    expect(priorities.filter((one) => one > 0)).toEqual([])
    expect(problems).toEqual([])
  })
})
