import { isOpen } from './clocks.ts'
import type { TicketEvent } from './event.ts'
import { actorId } from './event.ts'
import { evolveLink } from './evolve-link.ts'
import {
  met,
  openStatus,
  rejected,
  reopened,
  reported,
  reprioritised,
  resumed,
  without,
} from './evolve-promise.ts'
import { evolveRung } from './evolve-rung.ts'
import type { Ticket } from './ticket.ts'

/**
 * What an event makes of a ticket. Total: an event that cannot follow was refused by `decide`, so it changes nothing here.
 * How it stands while work is owed follows from what holds then, and is never put by for later.
 */
export const evolve = (state: Ticket | undefined, event: TicketEvent): Ticket => {
  const found = known.get(event)
  if (found !== undefined && found.before === state) return found.after
  const after = made(state, event)
  known.set(event, { before: state, after })
  return after
}

/** Made once for a state and an event, which never change: whoever decides, and then commits, has the same state in hand. */
const known = new WeakMap<TicketEvent, { readonly before: Ticket | undefined; readonly after: Ticket }>()

const made = (state: Ticket | undefined, event: TicketEvent): Ticket => {
  if (event.type === 'ticket.reported') return reported(event)
  if (state === undefined) throw new Error(`${event.type} before ticket.reported`)
  const next = evolved(state, event)
  return isOpen(next) ? { ...next, status: openStatus(next) } : next
}

const evolved = (
  ticket: Ticket,
  event: Exclude<TicketEvent, { readonly type: 'ticket.reported' }>,
): Ticket => {
  switch (event.type) {
    case 'ticket.dispatched':
      return {
        ...without(ticket, 'dispatchedTo'),
        tier: event.tier,
        ...(event.to === undefined ? {} : { dispatchedTo: event.to }),
      }
    case 'ticket.owner_left':
      return {
        ...without(ticket, 'assignee', 'dispatchedTo'),
        tier: event.tier,
        ...(event.to === undefined ? {} : { dispatchedTo: event.to }),
      }
    case 'ticket.acknowledged':
      return {
        ...ticket,
        assignee: actorId(event),
        customerHeardAt: event.at,
        promised: met(ticket, 'response', event.at),
      }
    case 'ticket.reassigned':
      return ticket.assignee === undefined
        ? { ...ticket, dispatchedTo: event.to }
        : { ...ticket, assignee: event.to }
    case 'ticket.classified':
      return { ...ticket, category: { value: event.category, reason: '', suggested: false } }
    case 'ticket.prioritised':
      return reprioritised(ticket, event)
    case 'ticket.downgrade_proposed':
      return {
        ...ticket,
        downgrade: {
          impact: event.impact,
          urgency: event.urgency,
          priority: event.priority,
          basis: event.basis,
          ...(event.work === undefined ? {} : { work: event.work }),
          reason: event.reason,
          by: actorId(event),
          ...(event.of === undefined ? {} : { of: event.of }),
        },
      }
    case 'ticket.downgrade_reminded':
      return ticket.downgrade === undefined
        ? ticket
        : { ...ticket, downgrade: { ...ticket.downgrade, of: event.of } }
    case 'ticket.downgrade_declined':
      return without(ticket, 'downgrade')
    case 'ticket.progress_reported':
      return { ...ticket, customerHeardAt: event.at }
    case 'ticket.message_added':
      return event.by.kind === 'person' && event.by.side === 'supplier'
        ? { ...ticket, customerHeardAt: event.at }
        : ticket
    case 'ticket.note_added':
    case 'ticket.message_edited':
    case 'ticket.message_deleted':
      return ticket
    case 'ticket.customer_asked':
      return {
        ...ticket,
        // Asked in place of somebody who left: it waits again from when it is delivered.
        ...resumed(ticket, event.at),
        customerHeardAt: event.at,
        ask: { kind: event.ask, text: event.text, of: event.of, askedAt: event.at, askedBy: actorId(event) },
      }
    case 'ticket.ask_delivered':
      return ticket.ask === undefined
        ? ticket
        : {
            ...ticket,
            ask: { ...ticket.ask, deliveredAt: event.deliveredAt },
            pauses: [...ticket.pauses, { from: event.deliveredAt }],
          }
    case 'ticket.customer_answered':
      return {
        ...without(ticket, 'ask'),
        ...resumed(ticket, event.at),
        customerHeardAt: event.at,
      }
    case 'ticket.pause_contested':
      return {
        ...without(ticket, 'ask'),
        contests: ticket.contests + 1,
        pauses: ticket.pauses.filter(({ from, to }) => !(from === event.from && to === undefined)),
      }
    case 'ticket.resolved':
      return {
        ...without(ticket, 'ask', 'downgrade', 'merging'),
        ...resumed(ticket, event.at),
        status: 'resolved',
        customerHeardAt: event.at,
        escalations: [],
        promised: met(ticket, 'resolution', event.at),
        resolution: {
          description: event.description,
          workaround: event.workaround,
          at: event.at,
          by: actorId(event),
          consentReminders: 0,
        },
        ...(event.breachReason === undefined ? {} : { breachReason: event.breachReason }),
      }
    case 'ticket.solution_confirmed':
      return ticket.resolution === undefined
        ? ticket
        : { ...ticket, resolution: { ...ticket.resolution, consent: { by: actorId(event), at: event.at } } }
    case 'ticket.solution_rejected':
      return rejected(ticket, event)
    case 'ticket.closed':
      return { ...ticket, status: 'closed', closedAt: event.at }
    case 'ticket.reopened':
      return reopened(ticket, event)
    case 'ticket.cancelled':
    case 'ticket.contested':
    case 'ticket.duplicate_linked':
    case 'ticket.duplicate_unlinked':
    case 'ticket.merge_proposed':
    case 'ticket.merge_reminded':
    case 'ticket.merge_declined':
    case 'ticket.split_off':
      return evolveLink(ticket, event)
    case 'ticket.rated': {
      const { score, comment } = event
      return { ...ticket, rating: { score, ...(comment === undefined ? {} : { comment }) } }
    }
    case 'ticket.prewarned':
    case 'ticket.breached':
    case 'ticket.escalated':
    case 'ticket.escalated_by_hand':
    case 'ticket.escalation_repeated':
    case 'ticket.escalation_acknowledged':
    case 'ticket.consent_reminded':
    case 'ticket.confirmation_reminded':
    case 'ticket.answer_reminded':
    case 'ticket.update_nudged':
    case 'ticket.never_due':
      return evolveRung(ticket, event)
  }
}
