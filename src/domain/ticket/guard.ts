import { isOpen, isPaused } from './clocks.ts'
import type { Ticket } from './ticket.ts'

/**
 * Whether what a waiting notice says is still so (R3): asked at the moment of sending, so nobody hears of a condition
 * that has ended. Guards: `<target>:<epoch>` a promise still unmet, `consent`, `confirmation`, `ask:<askedAt>`,
 * `escalation:<person>` an acknowledgement still owed, `unheard` the customer still without news.
 */
export const holds = (ticket: Ticket, guard: string): boolean => {
  const [what, detail] = guard.split(':', 2)
  switch (what) {
    case 'response':
    case 'resolution': {
      const { epoch, metAt, breachedAt } = ticket.promised[what]
      const standing = isOpen(ticket) && metAt === undefined && String(epoch) === detail
      return standing && (breachedAt !== undefined || !isPaused(ticket))
    }
    case 'consent':
      return ticket.status === 'resolved' && ticket.resolution?.consent === undefined
    case 'confirmation':
      return ticket.status === 'resolved' && ticket.resolution?.consent !== undefined
    case 'ask':
      return String(ticket.ask?.askedAt) === detail
    case 'escalation':
      return ticket.escalations.some(({ waitingFor }) => detail !== undefined && waitingFor.includes(detail))
    case 'unheard':
      return isOpen(ticket) && ticket.status !== 'on_hold'
    default:
      return true
  }
}

/** What somebody was told first of a ticket: of which event, under which guard, and who they are where it was told to one. */
export type FirstTold = { readonly about: string; readonly guard?: string; readonly person?: string }

/**
 * Whether what somebody was told first is true still, so that their card may go on saying it: in whose queue it stands until
 * it is taken or goes to another's, what was guarded as long as its guard holds; what happened stays so.
 */
export const isStillSo = (ticket: Ticket, { about, guard, person }: FirstTold): boolean => {
  const { assignee, dispatchedTo = person } = ticket
  switch (about) {
    case 'ticket.dispatched':
      return isOpen(ticket) && assignee === undefined && dispatchedTo === person
    case 'ticket.owner_left':
      return isOpen(ticket) && assignee === undefined
    default:
      return guard === undefined || holds(ticket, guard)
  }
}
