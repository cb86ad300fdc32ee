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
