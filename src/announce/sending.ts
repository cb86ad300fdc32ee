import type { Priority } from '../domain/agreement/matrix.ts'
import { presses } from '../domain/agreement/work.ts'
import { minute } from '../domain/calendar/units.ts'
import { isAtOnce, type Policy } from '../domain/escalation/policy.ts'
import type { TicketEvent, TicketEventOf } from '../domain/ticket/event.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Destination, Notice } from '../store/change.ts'
import type { Occasion } from './occasion.ts'
import type { Addressee } from './recipients.ts'
import type { Manner } from './route.ts'

/** Alarms and P1 before what others must act on, that before the running story. */
export const laneOf = (as: Manner, priority: Priority): Notice['lane'] => {
  switch (as) {
    case 'alarm':
      return 1
    case 'act':
    case 'tell':
      return priority === 'P1' ? 1 : priority === 'P2' ? 2 : 3
    case 'chat':
      return priority === 'P1' ? 2 : 4
  }
}

export const destinationOf = ({ place, id }: Addressee): Destination => {
  switch (place) {
    case 'person':
      return { kind: 'person', person: id, thread: false }
    case 'report_thread':
      return { kind: 'report_thread' }
    case 'room':
      return { kind: 'room', room: id, thread: false }
    case 'room_thread':
      return { kind: 'room', room: id, thread: true }
  }
}

/** The last warning before a promise is missed; the ones before it only show how the time goes by. */
const isLast = (event: TicketEventOf<'ticket.prewarned'>, policy: Policy): boolean => {
  const warnings = policy.rungs.filter(
    ({ target, mechanism }) => target === event.target && mechanism === 'prewarning',
  )
  return (
    warnings.at(-1)?.id === event.rung || warnings.some((rung) => rung.id === event.rung && isAtOnce(rung))
  )
}

/** The owner was reminded, and the customer has heard nothing since. */
const wasNudged = (ticket: Ticket | undefined): boolean =>
  ticket?.nudgedAt !== undefined && ticket.nudgedAt > (ticket.customerHeardAt ?? 0)

/** How what comes of time going by reaches a person: see `Notice.rings`. */
export const ringsOf = (
  { event, before, after }: Pick<Occasion, 'event' | 'before' | 'after'>,
  { place, as, side, cleared }: Addressee,
  policy: Policy,
): Pick<Notice, 'rings' | 'repeats'> => {
  if (place !== 'person') return {}
  const pressing = { rings: presses(after) ? 'now' : 'soon' } as const
  switch (event.type) {
    case 'ticket.prewarned':
      return isLast(event, policy) ? pressing : { rings: 'shown' }
    case 'ticket.escalated':
      return as === 'tell' ? { rings: 'shown' } : pressing
    case 'ticket.breached':
      return pressing
    case 'ticket.update_nudged':
      // Nothing was said since the last one: their card goes on saying it.
      return wasNudged(before) ? { rings: 'shown' } : { ...pressing, repeats: true }
    case 'ticket.acknowledged':
    case 'ticket.reassigned':
      // Whom it was taken from sees it on their card.
      return as === 'tell' && side === 'supplier' && !cleared ? { rings: 'shown' } : {}
    case 'ticket.escalation_repeated':
    case 'ticket.confirmation_reminded':
    case 'ticket.consent_reminded':
      return { ...pressing, repeats: true }
    default:
      return {}
  }
}

/** So long a score waits for its comment, ms. */
const ratingWaitsMs = 2 * minute

type Condition = Pick<Notice, 'guard' | 'collapse' | 'notBefore'>

/** Whom the work was taken from needs no alarm about it any more: what frees them takes its place, whichever is sent first. */
const escalationGroup = (
  { mechanism, target }: TicketEventOf<'ticket.escalated'>,
  { place, as }: Addressee,
): string => {
  if (mechanism === 'hierarchical') return `managers.${target}`
  return place === 'person' && as === 'tell' ? `watch.${target}` : `hands.${target}`
}

/**
 * What must still be so when a notice is sent (R3), and the group in which a later notice to the same addressee says it
 * all: after an outage nobody reads three pre-warnings in a row.
 */
export const conditionOf = (
  event: TicketEvent,
  { id, ask, promised }: Ticket,
  addressee: Addressee,
): Condition => {
  const group = (name: string): Condition => ({ collapse: `${id}:${name}:${addressee.id}` })
  switch (event.type) {
    case 'ticket.prewarned':
    case 'ticket.breached':
      return { guard: `${event.target}:${event.epoch}`, ...group(`watch.${event.target}`) }
    case 'ticket.escalated':
      return {
        guard: `${event.target}:${event.epoch}`,
        ...group(escalationGroup(event, addressee)),
      }
    case 'ticket.escalation_repeated':
      return {
        guard: `escalation:${addressee.id}`,
        ...group(event.rung === 'by-hand' ? 'managers.by-hand' : `managers.${event.target}`),
      }
    case 'ticket.customer_asked':
      return addressee.id === event.of ? { guard: `ask:${event.at}` } : {}
    case 'ticket.answer_reminded':
      return ask === undefined ? {} : { guard: `ask:${ask.askedAt}`, ...group('answer') }
    case 'ticket.consent_reminded':
      return { guard: 'consent', ...group('consent') }
    case 'ticket.confirmation_reminded':
      return { guard: 'confirmation', ...group('confirmation') }
    case 'ticket.never_due':
      return { guard: `${event.target}:${promised[event.target].epoch}` }
    case 'ticket.update_nudged':
      return { guard: 'unheard', ...group('unheard') }
    case 'ticket.rated':
      // A score is often followed by a comment: both are told at once.
      return {
        ...group('rating'),
        ...(event.comment === undefined ? { notBefore: event.at + ratingWaitsMs } : {}),
      }
    default:
      return {}
  }
}
