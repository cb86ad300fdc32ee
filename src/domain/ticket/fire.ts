import type { Agreement } from '../agreement/agreement.ts'
import { comparePriority } from '../agreement/priority.ts'
import type { Duration, Instant } from '../calendar/calendar.ts'
import { minute } from '../calendar/units.ts'
import { isAtOnce } from '../escalation/policy.ts'
import type { Stamp, World } from '../item/item.ts'
import { reach } from '../people/roles.ts'
import { onDuty } from '../people/roster.ts'
import { agreementOf, clockOf } from './clocks.ts'
import type { TicketEvent } from './event.ts'
import type { Moment } from './moments.ts'
import type { RungFired } from './rung-fired.ts'
import type { Prewarned, Ticket } from './ticket.ts'

/** A rung that comes later than this after it was due is marked late: a minute, of a short target only a tenth. */
const lateAfter = (budget: Duration): Duration => Math.min(minute, budget / 10)

/** A rung whose moment has come. */
export type RungMoment = Extract<Moment, { kind: 'rung' }>

/** Where a functional rung sends the work: the next person on duty of this tier, else the first of the nearest higher one. */
const nextHands = (ticket: Ticket, rung: RungMoment['rung'], { at, directory }: { at: Instant } & World) => {
  const asked = rung.handTo === 'next' ? ticket.tier : (rung.handTo ?? ticket.tier)
  const here = onDuty(directory, ticket.supplier, ticket.tier, at)
  const next = here[ticket.dispatchedTo === undefined ? 0 : here.indexOf(ticket.dispatchedTo) + 1]
  if (rung.handTo === 'next' && next !== undefined) return { tier: ticket.tier, handedTo: next }
  const tiers = ([1, 2, 3] as const).filter((tier) => (rung.handTo === 'next' ? tier > asked : tier >= asked))
  for (const tier of tiers) {
    const first = onDuty(directory, ticket.supplier, tier, at)[0]
    if (first !== undefined) return { tier, handedTo: first }
  }
  return { tier: ticket.tier }
}

const rungEvent = (
  record: RungFired,
  stamp: Stamp,
  hands: ReturnType<typeof nextHands> | undefined,
): TicketEvent => {
  switch (record.mechanism) {
    case 'prewarning':
      return { ...stamp, type: 'ticket.prewarned', ...record }
    case 'alarm':
      return { ...stamp, type: 'ticket.breached', ...record }
    case 'functional':
    case 'hierarchical':
      return { ...stamp, type: 'ticket.escalated', ...record, mechanism: record.mechanism, ...hands }
  }
}

/** Who was told at once when the ticket was more pressing than now: telling them the lower priority as news alarms for nothing. */
const toldBefore = (
  { prewarned, priority }: Ticket,
  rung: RungMoment['rung'],
  { policy }: Agreement,
): readonly string[] => {
  if (!isAtOnce(rung)) return []
  const same = (told: Prewarned) =>
    policy.rungs.find(({ id, target }) => id === told.rung && target === told.target)
  return prewarned.flatMap((told) => {
    const known = same(told)
    const higher = comparePriority(told.priority, priority) < 0
    return higher && known !== undefined && isAtOnce(known) ? told.to : []
  })
}

/**
 * The rungs that are due, highest first claiming its people: after an outage each person hears only the highest rung
 * meant for them, the passed ones are recorded (T13). A breach is recorded at its true time either way.
 */
export const fire = (
  ticket: Ticket,
  due: readonly RungMoment[],
  stamp: Stamp,
  { directory }: World,
): readonly TicketEvent[] => {
  const agreement = agreementOf(directory, ticket)
  const told = new Set<string>()
  let handed = false
  // What came due last is what is true now; of what came due together the higher one.
  const highestFirst = due.toSorted((one, other) => other.at - one.at || other.order - one.order)
  const events = highestFirst.map(({ rung, at: dueAt }): TicketEvent => {
    const hands =
      rung.mechanism === 'functional' && !handed
        ? nextHands(ticket, rung, { at: stamp.at, directory })
        : undefined
    if (hands !== undefined) handed = true
    const named = rung.mechanism === 'functional' ? rung.to.filter(({ role }) => role !== 'duty') : rung.to
    const { to, emptyRoles } = reach(directory, ticket, named, stamp.at)
    const people =
      hands?.handedTo === undefined ? to : [hands.handedTo, ...to.filter((id) => id !== hands.handedTo)]
    const before = toldBefore(ticket, rung, agreement)
    const fresh = people.filter((id) => !told.has(id) && !before.includes(id))
    const passed = fresh.length === 0 || (rung.mechanism === 'functional' && hands === undefined)
    if (!passed) for (const id of fresh) told.add(id)
    // A promise missed before the work was taken up again ran out then, once and for all.
    const { breachedAt } = ticket.promised[rung.target]
    const record: RungFired = {
      rung: rung.id,
      mechanism: rung.mechanism,
      target: rung.target,
      epoch: ticket.promised[rung.target].epoch,
      dueAt: rung.mechanism === 'alarm' ? (breachedAt ?? dueAt) : dueAt,
      late: stamp.at - dueAt > lateAfter(clockOf(ticket, rung.target, agreement).budget),
      passed,
      to: passed ? [] : fresh,
      emptyRoles: passed ? [] : emptyRoles,
    }
    return rungEvent(record, stamp, hands)
  })
  return events.reverse()
}
