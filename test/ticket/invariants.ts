import { expect } from 'vitest'
import { readClock } from '../../src/domain/sla/clock.ts'
import { agreementOf, clockOf, isOpen, isPaused } from '../../src/domain/ticket/clocks.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { ticketItem } from '../../src/domain/ticket/ticket-item.ts'
import type { reported } from './given.ts'
import { world } from './world.ts'

type Story = ReturnType<typeof reported>

const reading = (ticket: Ticket, at: number) => {
  const { calendar, facts } = clockOf(ticket, 'resolution', agreementOf(world.directory, ticket))
  return { calendar: calendar.id, ...readClock(calendar, facts, at) }
}

/** The invariants of one ticket, checked after a step whose events begin at `since`; `was` is the ticket before it. */
export const checkInvariants = (story: Story, was: Ticket, since: number): void => {
  const { ticket, at, log } = story
  const now = reading(ticket, at)
  expect(now.running + now.paused, 'I2 running + paused = wall').toBe(now.wall)
  const before = reading(was, log[since]?.at ?? at)
  const same = before.calendar === now.calendar
  if (same) expect(now.business, 'I3 elapsed never decreases').toBeGreaterThanOrEqual(before.business)
  for (const pause of ticket.pauses)
    expect(pause.to ?? pause.from, 'I3 no negative pause').toBeGreaterThanOrEqual(pause.from)

  const keys = log.flatMap((event) =>
    'epoch' in event ? [`${event.target}:${event.epoch}:${event.rung}`] : [],
  )
  expect(new Set(keys).size, 'I5 each rung takes effect once').toBe(keys.length)
  for (const event of log.slice(since)) {
    if (!('epoch' in event)) continue
    expect(event.dueAt, 'I4 nothing fires before it is due').toBeLessThanOrEqual(event.at)
    expect(was.status === 'closed' || was.status === 'cancelled', 'I4 nothing fires after the end').toBe(
      false,
    )
  }
  const again = log
    .slice(since)
    .flatMap((event) =>
      event.type === 'ticket.escalation_repeated' ? event.to.map((id) => `${id} ${event.at}`) : [],
    )
  expect(new Set(again).size, 'nobody is asked again twice at a time').toBe(again.length)
  if (isOpen(ticket) && !isPaused(ticket))
    expect(ticketItem.nextDue(ticket, world), 'I6 an open running ticket has a next moment').toBeDefined()
  if (ticket.status === 'resolved') expect(ticketItem.nextDue(ticket, world), 'I6').toBeDefined()
  const due = ticketItem.nextDue(ticket, world)
  const last = log.length > since ? log.at(-1) : undefined
  const woken = last?.by.kind === 'bot' && last.type !== 'ticket.ask_delivered'
  if (woken && due !== undefined) expect(due, 'what fired is no longer due').toBeGreaterThan(last.at)
}
