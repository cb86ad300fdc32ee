import type { TicketEventOf } from './event.ts'
import { actorId } from './event.ts'
import type { RungFired, Told } from './rung-fired.ts'
import type { OpenEscalation, Ticket } from './ticket.ts'

type RungEvent = TicketEventOf<
  | 'ticket.prewarned'
  | 'ticket.breached'
  | 'ticket.escalated'
  | 'ticket.escalated_by_hand'
  | 'ticket.escalation_repeated'
  | 'ticket.escalation_acknowledged'
  | 'ticket.consent_reminded'
  | 'ticket.confirmation_reminded'
  | 'ticket.answer_reminded'
  | 'ticket.update_nudged'
  | 'ticket.never_due'
>

/** The name under which a rung has taken effect for one epoch of a target; it takes effect once under it. */
export const firedKey = ({ target, epoch, rung }: Pick<RungFired, 'target' | 'epoch' | 'rung'>): string =>
  `${target}:${epoch}:${rung}`

/** Under which it is kept that people were told of a promise that never comes due: once for an epoch, like a rung. */
export const neverDueRung = 'never-due'

const fired = (ticket: Ticket, event: Parameters<typeof firedKey>[0]): Ticket => ({
  ...ticket,
  fired: [...ticket.fired, firedKey(event)],
})

const waiting = (ticket: Ticket, escalation: OpenEscalation): readonly OpenEscalation[] =>
  escalation.waitingFor.length === 0
    ? ticket.escalations
    : [
        ...ticket.escalations.filter(
          ({ rung, target }) => rung !== escalation.rung || target !== escalation.target,
        ),
        escalation,
      ]

const acknowledged = (open: OpenEscalation, by: string): OpenEscalation => ({
  ...open,
  waitingFor: open.waitingFor.filter((id) => id !== by),
  acknowledgedBy: [...(open.acknowledgedBy ?? []), by],
})

const asked = ({ customers }: Told): Pick<OpenEscalation, 'customers'> =>
  customers === undefined ? {} : { customers }

/** Whoever left owes nothing any more; those who are asked in their place do. */
const askedAgain = (
  open: OpenEscalation,
  { at, to, customers, gone = [] }: TicketEventOf<'ticket.escalation_repeated'>,
): OpenEscalation => ({
  ...open,
  ...(customers === undefined || gone.length === 0
    ? {}
    : { customers: [...(open.customers ?? []).filter((id) => !gone.includes(id)), ...customers] }),
  askedAt: at,
  waitingFor:
    gone.length === 0
      ? open.waitingFor
      : [...new Set([...open.waitingFor.filter((id) => !gone.includes(id)), ...to])],
})

/** What the bot's own events, and acknowledgements of them, make of a ticket. */
export const evolveRung = (ticket: Ticket, event: RungEvent): Ticket => {
  switch (event.type) {
    case 'ticket.prewarned': {
      const { rung, target, to } = event
      const told = { rung, target, priority: ticket.priority, to }
      return { ...fired(ticket, event), prewarned: [...ticket.prewarned, ...(to.length > 0 ? [told] : [])] }
    }
    case 'ticket.breached': {
      const promised = ticket.promised[event.target]
      const breachedAt = promised.breachedAt ?? event.dueAt
      return {
        ...fired(ticket, event),
        // The alarm is the loudest nudge there is: the next one is counted from it.
        nudgedAt: event.at,
        promised: { ...ticket.promised, [event.target]: { ...promised, breachedAt } },
      }
    }
    case 'ticket.escalated': {
      const moved = fired(ticket, event)
      if (event.passed) return moved
      if (event.mechanism === 'hierarchical')
        return {
          ...moved,
          escalations: waiting(ticket, {
            rung: event.rung,
            target: event.target,
            waitingFor: event.to,
            ...asked(event),
            askedAt: event.at,
          }),
        }
      // An owned ticket stays with its owner; the next hands are told and join.
      return ticket.assignee !== undefined || event.handedTo === undefined
        ? moved
        : { ...moved, tier: event.tier ?? ticket.tier, dispatchedTo: event.handedTo }
    }
    case 'ticket.escalated_by_hand':
      return {
        ...ticket,
        escalatedByHand: ticket.escalatedByHand + 1,
        escalations: waiting(ticket, {
          rung: 'by-hand',
          target: 'resolution',
          waitingFor: event.to,
          ...asked(event),
          askedAt: event.at,
          byHand: { by: actorId(event), at: event.at, reason: event.reason },
        }),
      }
    case 'ticket.escalation_repeated':
      return {
        ...ticket,
        escalations: ticket.escalations
          .map((open) =>
            open.rung === event.rung && open.target === event.target ? askedAgain(open, event) : open,
          )
          .filter(({ waitingFor }) => waitingFor.length > 0),
      }
    case 'ticket.escalation_acknowledged':
      return {
        ...ticket,
        escalations: ticket.escalations
          .map((open) =>
            open.waitingFor.includes(actorId(event)) ? acknowledged(open, actorId(event)) : open,
          )
          .filter(({ waitingFor }) => waitingFor.length > 0),
      }
    case 'ticket.consent_reminded':
      return ticket.resolution === undefined
        ? ticket
        : { ...ticket, resolution: { ...ticket.resolution, consentReminders: event.count } }
    case 'ticket.confirmation_reminded':
      return ticket.resolution === undefined
        ? ticket
        : { ...ticket, resolution: { ...ticket.resolution, confirmationRemindedAt: event.at } }
    case 'ticket.answer_reminded':
      return ticket.ask === undefined ? ticket : { ...ticket, ask: { ...ticket.ask, remindedAt: event.at } }
    case 'ticket.update_nudged':
      return { ...ticket, nudgedAt: event.at }
    case 'ticket.never_due': {
      const { target } = event
      return fired(ticket, { target, epoch: ticket.promised[target].epoch, rung: neverDueRung })
    }
  }
}
