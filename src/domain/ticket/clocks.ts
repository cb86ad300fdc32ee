import type { Agreement } from '../agreement/agreement.ts'
import { targetOf } from '../agreement/work.ts'
import type { Calendar, Duration, Instant } from '../calendar/calendar.ts'
import type { TargetName } from '../escalation/policy.ts'
import type { Directory } from '../people/directory.ts'
import type { ClockFacts } from '../sla/clock.ts'
import { reaches } from '../sla/clock.ts'
import type { Ticket } from './ticket.ts'

/** One promise of a ticket as a clock: what it counts on, from which facts, how much was promised. */
export type TicketClock = {
  readonly calendar: Calendar
  readonly facts: ClockFacts
  readonly budget: Duration
}

/** The agreement version the ticket was accepted under. It is kept for ever, so its absence is a fault, not a refusal. */
export const agreementOf = (directory: Directory, { agreement }: Pick<Ticket, 'agreement'>): Agreement => {
  const found = directory.agreements[`${agreement.id}@${agreement.version}`]
  if (found === undefined)
    throw new Error(`agreement ${agreement.id}@${agreement.version} is not in the directory`)
  return found
}

/** A calendar of the agreement by name; agreements are checked when applied, so its absence is a fault. */
export const calendarOf = (agreement: Agreement, id: string): Calendar => {
  const found = agreement.calendars[id]
  if (found === undefined)
    throw new Error(`agreement ${agreement.id}@${agreement.version} has no calendar ${id}`)
  return found
}

/** What of a ticket its clocks are computed from: a customer's view of it has them too. */
export type Clocked = Pick<Ticket, 'acceptedAt' | 'pauses' | 'priority' | 'promised' | 'work'>

/**
 * The clock of one promise (M2.4). It always starts at acceptance: a changed priority counts forward from there with
 * every earned pause kept (clock-v1).
 */
export const clockOf = (ticket: Clocked, target: TargetName, agreement: Agreement): TicketClock => {
  const { metAt, startedAt = ticket.acceptedAt } = ticket.promised[target]
  const promise = targetOf(agreement, ticket)
  return {
    calendar: calendarOf(agreement, promise.calendar),
    facts: {
      startedAt,
      pauses: ticket.pauses,
      ...(metAt === undefined ? {} : { stoppedAt: metAt }),
    },
    budget: promise[target],
  }
}

/**
 * When a promise runs out, as things stand; undefined while a pause holds it or once it was met in time. One set when its
 * time was up already runs out then: nobody breaks a promise not yet made.
 */
export const dueAt = (ticket: Clocked, target: TargetName, agreement: Agreement): Instant | undefined => {
  const { calendar, facts, budget } = clockOf(ticket, target, agreement)
  const reached = reaches(calendar, facts, budget)
  return reached === undefined ? undefined : Math.max(reached, ticket.promised[target].since)
}

/** Waits for the customer right now: the clock stands still. */
export const isPaused = (ticket: Pick<Ticket, 'pauses'>): boolean =>
  ticket.pauses.some(({ to }) => to === undefined)

/** Still to be kept and not waiting for the customer, and yet it never runs out: its calendar ends before. */
export const neverDue = (ticket: Clocked, target: TargetName, agreement: Agreement): boolean => {
  const { metAt, breachedAt } = ticket.promised[target]
  const counts = metAt === undefined && breachedAt === undefined && !isPaused(ticket)
  return counts && dueAt(ticket, target, agreement) === undefined
}

/** Work is still owed to the customer: neither proposed as solved nor ended. */
export const isOpen = ({ status }: Pick<Ticket, 'status'>): boolean =>
  status === 'new' || status === 'in_progress' || status === 'on_hold'
