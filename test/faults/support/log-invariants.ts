import { expect } from 'vitest'
import type { Recorded } from '../../../src/domain/item/reading.ts'
import type { Directory } from '../../../src/domain/people/directory.ts'
import { readClock } from '../../../src/domain/sla/clock.ts'
import { agreementOf, clockOf, isOpen } from '../../../src/domain/ticket/clocks.ts'
import type { TicketEvent } from '../../../src/domain/ticket/event.ts'
import { evolve } from '../../../src/domain/ticket/evolve.ts'
import { firedKey } from '../../../src/domain/ticket/evolve-rung.ts'
import { rungMoment } from '../../../src/domain/ticket/moments.ts'
import { isPersonInCharge, mayConsent, personOf } from '../../../src/domain/ticket/permission.ts'
import type { Ticket } from '../../../src/domain/ticket/ticket.ts'

type RungEvent = Extract<TicketEvent, { readonly epoch: number }>

/** I4: it was due, and at least one state of that very instant still wanted it. */
const checkFired = (event: RungEvent, states: readonly Ticket[], directory: Directory): void => {
  expect(event.dueAt, 'I4 nothing fires before it is due').toBeLessThanOrEqual(event.at)
  const wanted = states.some((ticket) => {
    const agreement = agreementOf(directory, ticket)
    const { metAt, epoch } = ticket.promised[event.target]
    const rung = agreement.policy.rungs.find(({ id, target }) => id === event.rung && target === event.target)
    const open = isOpen(ticket) && metAt === undefined && epoch === event.epoch
    return open && rung !== undefined && rungMoment(ticket, rung, agreement) === event.dueAt
  })
  expect(wanted, `I4 ${event.rung} of ${event.target} fires only while its condition holds`).toBe(true)
}

const checkClock = (ticket: Ticket, at: number, directory: Directory): void => {
  const { calendar, facts } = clockOf(ticket, 'resolution', agreementOf(directory, ticket))
  const { running, paused, wall } = readClock(calendar, facts, at)
  expect(running + paused, 'I2 running + paused = wall').toBe(wall)
  for (const { from, to = from } of ticket.pauses)
    expect(to, 'I3 a pause is never negative').toBeGreaterThanOrEqual(from)
}

/** I7: who consented, who closed, in this order. Returns whether consent stands after the event. */
const checkConsent = (event: TicketEvent, ticket: Ticket, stands: boolean, directory: Directory): boolean => {
  const person = personOf(directory, event.by)
  switch (event.type) {
    case 'ticket.solution_confirmed':
      expect(person && mayConsent(directory, ticket, person), 'I7 the customer’s own consent').toBe(true)
      return true
    case 'ticket.closed':
      expect(stands, 'I7 consent precedes the close').toBe(true)
      expect(person && isPersonInCharge(directory, ticket, person), 'I7 closed by the person in charge').toBe(
        true,
      )
      return false
    case 'ticket.resolved':
    case 'ticket.solution_rejected':
    case 'ticket.reopened':
      return false
    default:
      return stands
  }
}

/** Checks I2–I5 and I7 over one ticket's whole log, and returns the state it comes to. */
export const checkLog = (log: readonly Recorded[], directory: Directory): Ticket => {
  const events = log.map(({ event }) => event as TicketEvent)
  const fired = events.flatMap((event) => ('epoch' in event ? [firedKey(event)] : []))
  expect(fired, 'I5 each rung takes effect once per target and epoch').toEqual([...new Set(fired)])
  const again = events.flatMap((event) =>
    event.type === 'ticket.escalation_repeated' ? event.to.map((id) => `${id} ${event.at}`) : [],
  )
  expect(again, 'nobody is asked again twice at a time').toEqual([...new Set(again)])
  let ticket: Ticket | undefined
  let consent = false
  let ofThisInstant: Ticket[] = []
  let before = 0
  for (const event of events) {
    expect(event.at, 'I3 the log goes forward').toBeGreaterThanOrEqual(before)
    if (event.at > before) ofThisInstant = []
    before = event.at
    if (ticket !== undefined) {
      ofThisInstant.push(ticket)
      if ('epoch' in event) checkFired(event, ofThisInstant, directory)
      consent = checkConsent(event, ticket, consent, directory)
    }
    ticket = evolve(ticket, event)
    checkClock(ticket, event.at, directory)
  }
  if (ticket === undefined) throw new Error('a ticket without a log')
  return ticket
}
