import type { TargetName } from '../escalation/policy.ts'
import type { TicketEventOf } from './event.ts'
import type { Promised, Ticket } from './ticket.ts'

/** The ticket less some of its optional facts, which no longer hold. */
export const without = <Key extends keyof Ticket>(
  ticket: Ticket,
  ...keys: readonly Key[]
): Omit<Ticket, Key> => {
  const rest: Partial<Ticket> = { ...ticket }
  for (const key of keys) delete rest[key]
  return rest as Omit<Ticket, Key>
}

/**
 * How a ticket stands while work is owed on it: it waits for an answer that the customer was really asked for, somebody has
 * acted on it, or nobody has yet.
 */
export const openStatus = ({ ask, promised }: Pick<Ticket, 'ask' | 'promised'>): Ticket['status'] => {
  if (ask?.deliveredAt !== undefined) return 'on_hold'
  return promised.response.metAt === undefined ? 'new' : 'in_progress'
}

/** The promise is met at that moment, unless it was before. */
export const met = (ticket: Ticket, target: TargetName, at: number): Ticket['promised'] =>
  ticket.promised[target].metAt === undefined
    ? { ...ticket.promised, [target]: { ...ticket.promised[target], metAt: at } }
    : ticket.promised

/** A promise that counts again after it was met: the same target in a new or the same epoch. */
const unmet = ({ metAt: _, ...promised }: Promised, since: number, epochs: 0 | 1): Promised => ({
  ...promised,
  epoch: promised.epoch + epochs,
  since,
})

/** Closes the pause that is on, if one is: the customer spoke, or the work went on without them. */
export const resumed = (ticket: Ticket, at: number): Pick<Ticket, 'pauses'> => ({
  pauses: ticket.pauses.map((span) =>
    span.to === undefined ? { ...span, to: Math.max(at, span.from) } : span,
  ),
})

/** A promise made now; its clock began earlier where the trouble had been reported before. */
const promisedNow = (event: TicketEventOf<'ticket.reported'>): Ticket['promised'] => {
  const promise = { epoch: 1, since: event.at, history: [] }
  const startedAt = event.splitFrom?.responseFrom
  return {
    response: startedAt === undefined ? promise : { ...promise, startedAt },
    resolution: promise,
  }
}

/**
 * A ticket begins: accepted at once, its clocks start now (clock-v1), or, split off from another one, when the report it was
 * part of was accepted.
 */
export const reported = (event: TicketEventOf<'ticket.reported'>): Ticket => ({
  id: event.id,
  supplier: event.supplier,
  customer: event.customer,
  agreement: event.agreement,
  title: event.title,
  text: event.text,
  source: event.source,
  reporter: event.reporter,
  merged: [],
  followers: [],
  ...(event.message === undefined ? {} : { message: event.message }),
  ...(event.place === undefined ? {} : { place: event.place }),
  ...(event.files === undefined ? {} : { files: event.files }),
  reportedAt: event.reportedAt,
  acceptedAt: event.splitFrom?.acceptedAt ?? event.at,
  status: 'new',
  ...(event.work === undefined ? {} : { work: event.work }),
  category: event.category,
  impact: event.impact,
  urgency: event.urgency,
  priority: event.priority,
  basis: 'matrix',
  tier: 1,
  promised: promisedNow(event),
  pauses: event.splitFrom?.pauses ?? [],
  // Whoever logged it heard the customer say it. The bot's receipt is nobody's word.
  ...(event.by.kind === 'person' && event.by.side === 'supplier' ? { customerHeardAt: event.at } : {}),
  fired: [],
  prewarned: [],
  escalations: [],
  escalatedByHand: 0,
  reopened: 0,
  contests: 0,
  duplicates: [],
  ...(event.follows === undefined ? {} : { follows: event.follows }),
  ...(event.splitFrom === undefined ? {} : { splitFrom: event.splitFrom.ticket }),
})

/** New inputs; when the priority or the sort of work moved, unmet promises begin a new epoch and keep the old target in history. */
export const reprioritised = (ticket: Ticket, event: TicketEventOf<'ticket.prioritised'>): Ticket => {
  const { work: was } = ticket
  const isOtherWork = event.work !== undefined && event.work !== (was ?? 'incident')
  const before = { priority: ticket.priority, ...(was === undefined ? {} : { work: was }), until: event.at }
  const anew = (promised: Promised): Promised =>
    (event.priority === ticket.priority && !isOtherWork) || promised.metAt !== undefined
      ? promised
      : {
          ...promised,
          epoch: promised.epoch + 1,
          since: event.at,
          history: [...promised.history, before],
        }
  return {
    ...without(ticket, 'downgrade'),
    ...(event.work === undefined ? {} : { work: event.work }),
    impact: event.impact,
    urgency: event.urgency,
    priority: event.priority,
    basis: event.basis,
    promised: { response: anew(ticket.promised.response), resolution: anew(ticket.promised.resolution) },
  }
}

/** Back to work: the wait since `resolved` counts as the event says (clock-v1). */
export const rejected = (ticket: Ticket, event: TicketEventOf<'ticket.solution_rejected'>): Ticket => {
  const proposedAt = ticket.resolution?.at ?? event.at
  return {
    ...without(ticket, 'resolution'),
    status: 'in_progress',
    customerHeardAt: event.at,
    promised: { ...ticket.promised, resolution: unmet(ticket.promised.resolution, event.at, 0) },
    pauses:
      event.waitCounts === 'paused' ? [...ticket.pauses, { from: proposedAt, to: event.at }] : ticket.pauses,
  }
}

/** The decision that ended it is contested: work is owed again, on a solution that nobody agreed to as after a reopening. */
export const contested = (ticket: Ticket, { at }: TicketEventOf<'ticket.contested'>): Ticket => {
  const open = {
    ...without(ticket, 'cancelled'),
    status: 'in_progress',
    contests: ticket.contests + 1,
  } as const
  if (open.resolution === undefined) return open
  return {
    ...without(open, 'resolution'),
    promised: { ...open.promised, resolution: unmet(open.promised.resolution, at, 1) },
    pauses: [...open.pauses, { from: open.resolution.at, to: at }],
  }
}

/** Closed and not solved after all: the same promise in a new epoch; the answer to the survey is withdrawn. */
export const reopened = (ticket: Ticket, event: TicketEventOf<'ticket.reopened'>): Ticket => ({
  ...without(ticket, 'resolution', 'closedAt', 'rating', 'nudgedAt'),
  status: 'in_progress',
  reopened: ticket.reopened + 1,
  customerHeardAt: event.at,
  promised: { ...ticket.promised, resolution: unmet(ticket.promised.resolution, event.at, 1) },
  // The customer had agreed that it was solved, so the time since then is nobody's delay.
  pauses: [...ticket.pauses, { from: ticket.promised.resolution.metAt ?? event.at, to: event.at }],
})
