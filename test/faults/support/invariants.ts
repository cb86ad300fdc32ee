import { expect } from 'vitest'
import type { Directory } from '../../../src/domain/people/directory.ts'
import type { TicketEvent } from '../../../src/domain/ticket/event.ts'
import { ticketIndex } from '../../../src/domain/ticket/ticket-index.ts'
import { kinds } from '../../../src/work/kinds.ts'
import type { Acknowledged } from './acknowledged.ts'
import { checkLog } from './log-invariants.ts'
import type { Screens } from './screens.ts'
import type { Truth } from './truth.ts'
import { webScreens } from './web-screens.ts'

type Projection = {
  readonly seq: number
  readonly open: boolean
  readonly status: string
  readonly next_due_at: string | null
  readonly due_at: string | null
  readonly assignee: string | null
  readonly waiting_for: readonly string[]
}

const numberOr = (value: string | null): number | undefined => (value === null ? undefined : Number(value))

/** I2–I7, I10 and the projections of one ticket; returns the keys of every notice its log owes. */
const checkTicket = async (truth: Truth, id: string, directory: Directory): Promise<readonly string[]> => {
  const log = await truth.store.events(id)
  const state = checkLog(log, directory)
  const [loaded] = await truth.store.load([id])
  expect(loaded?.state, 'the snapshot is what the log comes to').toEqual(state)
  const world = { directory }
  const [row] = await truth.sql<Projection>('select * from items where id = $1', [id])
  const index = ticketIndex(state, world)
  expect([row?.status, row?.assignee ?? undefined, row?.waiting_for], 'lists follow the log').toEqual([
    index.status,
    index.assignee,
    index.waitingFor,
  ])
  expect(numberOr(row?.due_at ?? null)).toBe(index.dueAt)
  const next = kinds.ticket?.nextDue(state, world)
  expect(numberOr(row?.next_due_at ?? null), 'I6 the next moment is the log’s own').toBe(next)
  if (row?.open) expect(next, 'I6 every open ticket has a next moment').toBeDefined()

  let before: unknown
  return log.flatMap(({ seq, event }) => {
    const after = kinds.ticket?.evolve(before, event)
    const owed = kinds.ticket?.announce({ event, before, after, seq }, world, event.at) ?? []
    before = after
    // A notice is keyed by the event it tells of, wherever in its commit that event stood.
    return owed.map(({ key }) => key)
  })
}

/** What came in: each acknowledged message in one log once (I1), each done act there once, nothing left over. */
const checkInbox = async (truth: Truth, { said, done }: Acknowledged): Promise<void> => {
  for (const { message, types } of said) {
    const events = await truth.sql<{ type: string }>(
      `select type from events where body->'message'->>'message' = $1`,
      [message],
    )
    expect(events, `I1 message ${message} is in a log once`).toHaveLength(1)
    expect(types).toContain(events[0]?.type)
  }
  const reports = said.filter(({ types }) => types.includes('ticket.reported'))
  expect(await truth.count(`items where kind = 'ticket'`), 'I1 as many tickets as reports').toBe(
    reports.length,
  )
  for (const { words, reply } of done) {
    const times = await truth.count('events where body::text like $1', [`%${words}%`])
    if (reply === 'done') expect(times, `I1 “${words}” was acknowledged and happened once`).toBe(1)
    else expect(times, `“${words}” was answered with ${reply}`).toBeLessThanOrEqual(1)
  }
  expect(await truth.count(`inbox where status = 'open'`), 'everything that came in was worked on').toBe(0)
  expect(
    await truth.count(`inbox where status = 'abandoned' and inbound->>'kind' = 'message'`),
    'no message was given up',
  ).toBe(0)
}

/**
 * What went out: owed exactly as the logs say, each on the screen at most once, what was sent exactly once: as a message of
 * its own, or in one that stands for another, as a list or a card that shows it does.
 */
const checkOutbox = async (truth: Truth, screens: Screens, owed: readonly string[]): Promise<void> => {
  type Row = { id: string; key: string; status: string; at: string | null }
  const rows = await truth.sql<Row>(
    `select id::text, key, status, message->>'conversation' || ' ' || (message->>'message') as at from outbox order by id`,
  )
  const stands = await screens.standing()
  // A list stands also where the row it was posted for is told no more: killed in between, it was posted before it was settled.
  const messages = new Set([...stands.values()].flat())
  const keys = rows.map(({ key }) => key).filter((key) => !key.startsWith('inbox.'))
  expect(keys.toSorted(), 'the logs’ notices are owed, each once').toEqual(owed.toSorted())
  for (const { id, key, status, at } of rows) {
    const standing = stands.get(id)?.length ?? 0
    expect(status, `${key} reached everybody it was for`).toMatch(/^(owed|sent|withdrawn|superseded)$/)
    expect(standing, `${key} stands once`).toBeLessThanOrEqual(1)
    if (status === 'sent' && (at === null || !messages.has(at)))
      expect(standing, `${key} was sent and stands`).toBe(1)
  }
  const ids = new Set(rows.map(({ id }) => id))
  expect(
    [...stands.keys()].filter((id) => !ids.has(id)),
    'nothing stands that was not owed',
  ).toEqual([])
  expect(await truth.count('living where drawn_seq < wanted_seq'), 'every living card is drawn').toBe(0)
}

/** I8 and I9 on the screen: what the supplier keeps inside, and what belongs to another customer, was never shown. */
const checkScreens = async (screens: Screens, directory: Directory, inside: string): Promise<void> => {
  for (const { id: customer, key } of Object.values(directory.customers)) {
    const others = Object.values(directory.customers).filter((other) => other.id !== customer)
    for (const text of await screens.shownTo(customer, directory)) {
      expect(text, 'I8 internal text before a customer').not.toContain(inside)
      for (const other of others) expect(text, `I9 ${key} sees ${other.key}`).not.toContain(`${other.key}-`)
    }
  }
}

/** Checks I1–I10 over everything there is, when nothing is in hand any more. `inside` marks every internal text. */
export const checkInvariants = async (
  truth: Truth,
  acknowledged: Acknowledged,
  inside: string,
  screens: Screens = webScreens(truth),
): Promise<readonly TicketEvent[]> => {
  const { directory } = await truth.store.directories.of('yunheng')
  const items = await truth.sql<{ id: string; kind: string }>('select id, kind from items order by id')
  const owed: string[] = []
  const events: TicketEvent[] = []
  for (const { id, kind } of items) {
    expect(await truth.store.verify(id), `I10 the chain of ${id}`).not.toHaveProperty('badSeq')
    if (kind !== 'ticket') continue
    owed.push(...(await checkTicket(truth, id, directory)))
    events.push(...(await truth.store.events(id)).map(({ event }) => event as TicketEvent))
  }
  await checkInbox(truth, acknowledged)
  await checkOutbox(truth, screens, owed)
  await checkScreens(screens, directory, inside)
  return events
}
