import { isAtOnce } from '../domain/escalation/policy.ts'
import { dueAt, isOpen } from '../domain/ticket/clocks.ts'
import type { TicketEventOf } from '../domain/ticket/event.ts'
import { rungOf, shareOf } from '../view/agreed-words.ts'
import type { ButtonName } from '../view/buttons.ts'
import { pressedFor } from '../view/message-line.ts'
import { atRisk, heard } from './at-risk.ts'
import type { Parts } from './parts.ts'
import { row, type SupplierOccasion } from './supplier-occasion.ts'

/** Work that waits to be taken: the report's words, until when, and the ways to answer. */
const toTake = (occasion: SupplierOccasion): Parts => {
  const { ticket, speech } = occasion
  const words = speech.t.notices.supplier
  const due = speech.agreement && dueAt(ticket, 'response', speech.agreement)
  const soon = ticket.promised.response.breachedAt === undefined && due !== undefined
  return {
    tone: 'warning',
    saying: [
      speech.t.notices.priority(speech.t.ticket.priorities[ticket.priority]),
      soon ? words.takeBy(speech.moment(due)) : words.take,
    ],
    bars: true,
    buttons: row(occasion, 'claim', 'reassign'),
    words: ticket.text,
  }
}

/** What the owner does next, or, while there is none, what whoever has it in the queue does; nothing once it is solved. */
const toGoOn = ({ ticket }: SupplierOccasion): readonly ButtonName[] => {
  if (!isOpen(ticket)) return []
  return ticket.assignee === undefined ? ['claim', 'reassign'] : ['update', 'resolve', 'reassign']
}

/** What can still be done about a promise that is about to be missed, by who it is in the hands of. */
const toHandOn = (occasion: SupplierOccasion): readonly ButtonName[] => {
  const names = toGoOn(occasion)
  const owned = occasion.ticket.assignee !== undefined
  return owned
    ? ['escalate', 'reassign', ...names.filter((name) => name !== 'reassign')]
    : [...names, 'escalate']
}

const prewarned = (occasion: SupplierOccasion, event: TicketEventOf<'ticket.prewarned'>): Parts => {
  const { ticket, speech } = occasion
  const words = speech.t.notices.supplier
  const rung = rungOf(speech, event)
  const share = (rung && shareOf(rung)) ?? 0
  const advice = share >= 0.9 ? [words.handOn] : share >= 0.75 ? [words.plan] : []
  const atOnce = rung !== undefined && share === 0 && isAtOnce(rung)
  return {
    tone: 'warning',
    saying: atOnce ? [words.contingency] : advice,
    bars: true,
    buttons: row(occasion, ...(share >= 0.9 ? toHandOn(occasion) : toGoOn(occasion))),
    ...(atOnce ? { words: ticket.text } : {}),
  }
}

/** More hands: whoever the work went to takes it or joins its owner; leads see to it that somebody does. */
const functional = (occasion: SupplierOccasion, handed: boolean): Parts => {
  const { ticket, speech } = occasion
  const words = speech.t.notices.supplier
  if (ticket.assignee === undefined && handed) return toTake(occasion)
  const owned = ticket.assignee !== undefined
  const saying = owned ? (handed ? words.join(speech.name(ticket.assignee)) : words.handOn) : words.assign
  const buttons = row(
    occasion,
    ...(owned ? (['reassign', 'note'] as const) : (['claim', 'reassign'] as const)),
  )
  return { tone: 'alarm', saying: [saying], bars: true, buttons, ...(handed ? { words: ticket.text } : {}) }
}

/** Words of the customer leave what is asked of them open: that it is, and of whom. */
const stillAsked = ({ event, ticket, speech }: SupplierOccasion): Pick<Parts, 'saying'> => {
  const { ask } = ticket
  if (ask === undefined || event.by.kind !== 'person' || event.by.side !== 'customer') return {}
  return { saying: [speech.t.card.stillAwaited(speech.name(ask.of), ask.kind)] }
}

/** What an event means for the supplier's people who must act on it, by role and by what the ticket waits for. */
export const supplierParts = (occasion: SupplierOccasion): Parts => {
  const { event, ticket, speech, addressee } = occasion
  const words = speech.t.notices.supplier
  switch (event.type) {
    case 'ticket.owner_left':
    case 'ticket.dispatched':
      return event.to === undefined
        ? { tone: 'alarm', saying: [words.assign], bars: true, buttons: row(occasion, 'claim', 'reassign') }
        : toTake(occasion)
    case 'ticket.reassigned':
      return ticket.assignee === undefined
        ? toTake(occasion)
        : {
            tone: 'info',
            saying: [words.yours],
            bars: true,
            buttons: row(occasion, ...toGoOn(occasion)),
            words: ticket.text,
          }
    case 'ticket.message_added': {
      // Whoever is pressed wants to see how much time is left.
      const time = isOpen(ticket) && pressedFor(event) !== undefined
      const pressing = time ? ({ tone: 'warning', bars: true } as const) : ({ tone: 'info' } as const)
      return { ...pressing, ...stillAsked(occasion), buttons: row(occasion, ...toGoOn(occasion)) }
    }
    case 'ticket.customer_answered':
    case 'ticket.pause_contested':
    case 'ticket.solution_rejected':
    case 'ticket.reopened':
      return { tone: 'warning', bars: true, buttons: row(occasion, ...toGoOn(occasion)) }
    case 'ticket.solution_confirmed':
    case 'ticket.confirmation_reminded':
      return { tone: 'warning', saying: [words.confirm], buttons: row(occasion, 'close') }
    case 'ticket.contested':
      return {
        tone: 'warning',
        saying: [words.decideAgain],
        bars: true,
        buttons: row(occasion, 'claim', 'reassign', 'mark_duplicate', 'mark_out_of_scope'),
      }
    case 'ticket.prewarned':
      return prewarned(occasion, event)
    case 'ticket.breached':
      return { tone: 'alarm', saying: [words.cause], bars: true, buttons: row(occasion, ...toGoOn(occasion)) }
    case 'ticket.escalated':
      if (event.mechanism === 'hierarchical') return atRisk(occasion, event)
      return functional(occasion, event.handedTo === addressee.id)
    case 'ticket.escalation_repeated':
      return atRisk(occasion, event)
    case 'ticket.escalated_by_hand':
      return atRisk(occasion, { rung: 'by-hand', target: 'resolution' })
    case 'ticket.consent_reminded':
      return { tone: 'warning', saying: [words.askThem], buttons: row(occasion, 'contact') }
    case 'ticket.update_nudged':
      return {
        tone: 'warning',
        saying: [heard(occasion), words.update],
        buttons: row(occasion, 'update'),
      }
    case 'ticket.never_due':
      return {
        tone: 'warning',
        saying: [words.watch],
        bars: true,
        buttons: row(occasion, ...toGoOn(occasion)),
      }
    default:
      return supplierNews(occasion)
  }
}

/** What an event means for those who only need to know of it. */
export const supplierNews = (occasion: SupplierOccasion): Parts => {
  const { event, ticket, speech, addressee } = occasion
  const words = speech.t.notices.supplier
  const freed =
    addressee.place === 'person' &&
    addressee.cleared !== true &&
    addressee.id !== (ticket.assignee ?? ticket.dispatchedTo) &&
    ['ticket.acknowledged', 'ticket.reassigned', 'ticket.escalated'].includes(event.type)
  if (freed) return { tone: 'neutral', saying: [words.freed] }
  switch (event.type) {
    case 'ticket.message_added':
      return { tone: 'info', ...stillAsked(occasion) }
    case 'ticket.rated':
      if (event.score > 2) return { tone: 'good' }
      return { tone: 'warning', ...(event.comment === undefined ? { saying: [words.lowRating] } : {}) }
    case 'ticket.closed':
      return { tone: 'good' }
    case 'ticket.cancelled':
      return { tone: 'neutral', saying: [words.nothingToDo] }
    case 'ticket.breached':
      return { tone: 'alarm', bars: true }
    case 'ticket.prioritised':
      return { tone: 'info', bars: true }
    default:
      return { tone: 'info' }
  }
}
