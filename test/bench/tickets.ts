import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cwd } from 'node:process'
import type { Instant } from '../../src/domain/calendar/calendar.ts'
import type { World } from '../../src/domain/item/item.ts'
import type { Entry } from '../../src/domain/people/wish.ts'
import type { TicketCommand } from '../../src/domain/ticket/command.ts'
import type { TicketEvent } from '../../src/domain/ticket/event.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { ticketIndex } from '../../src/domain/ticket/ticket-index.ts'
import { ticketItem } from '../../src/domain/ticket/ticket-item.ts'
import { readOrganisation } from '../../src/organisation/read-organisation.ts'
import type { Change } from '../../src/store/change.ts'

const entriesOf = async (name: string): Promise<readonly Entry[]> => {
  const file = join(cwd(), 'manifest', name)
  const read = readOrganisation(await readFile(file, 'utf8'), file)
  if (!read.ok) throw new Error(JSON.stringify(read.no))
  return read.value.entries
}

/** The demo's people and rooms under the terms of the example's agreement: promises of hours, as they are in earnest. */
export const organisation = async (): Promise<readonly Entry[]> => {
  const example = await entriesOf('organisation.example.yaml')
  const terms = example.find((entry) => entry.kind === 'agreement' && entry.value.id === 'ruifeng-2026')
  return (await entriesOf('organisation.demo.yaml')).map((entry) => {
    if (entry.kind !== 'agreement' || terms?.kind !== 'agreement') return entry
    const { targets, calendars, closure, policy } = terms.value
    return { ...entry, value: { ...entry.value, targets, calendars, closure, policy } }
  })
}

const judged = (value: string) => ({ value, reason: 'the words of the report', suggested: true })
const zhao = { kind: 'person', id: 'zhao', side: 'customer', org: 'huaxin' } as const

const reportOf = (id: string, at: Instant): TicketCommand => ({
  do: 'ticket.report',
  id,
  supplier: 'yunheng',
  customer: 'huaxin',
  reporter: 'zhao',
  text: 'The order system answers only after half a minute since this morning. The whole sales department waits for it.',
  source: 'chat',
  reportedAt: at,
  category: judged('application'),
  impact: judged('medium'),
  urgency: judged('high'),
  message: { platform: 'web', team: 'local', conversation: 'huaxin', message: `report-${id}` },
  at,
  by: zhao,
})

/** From acceptance to the first pre-warning of a P2 that nobody claimed: half of its response time. */
const untilDue = 15 * 60_000

/**
 * A reported, dispatched, unclaimed P2 as the change that creates it: its engineer is pre-warned at `due`, one message.
 * Nothing of it is announced.
 */
export const ticketDue = (id: string, due: Instant, world: World): Change => {
  const at = due - untilDue
  const events: TicketEvent[] = []
  let state: Ticket | undefined
  for (const command of [reportOf(id, at), { do: 'ticket.wake', at, by: { kind: 'bot' } } as const]) {
    const decided = ticketItem.decide(state, command, world)
    if (!decided.ok) throw new Error(`${id}: ${decided.no.code}`)
    for (const event of decided.value) state = ticketItem.evolve(state, event)
    events.push(...decided.value)
  }
  if (state === undefined || ticketItem.nextDue(state, world) !== due)
    throw new Error(`${id} is not due as meant`)
  return {
    item: id,
    kind: ticketItem.kind,
    expected: 0,
    events,
    state,
    version: ticketItem.version,
    index: ticketIndex(state, world),
    nextDue: due,
    notices: [],
    messages: [],
  }
}

/** Commits items in batches. */
export const commitAll = async (
  commit: (changes: readonly Change[]) => Promise<unknown>,
  count: number,
  changeAt: (n: number) => Change,
): Promise<void> => {
  for (let from = 0; from < count; from += 500)
    await commit(Array.from({ length: Math.min(500, count - from) }, (_, n) => changeAt(from + n)))
}
