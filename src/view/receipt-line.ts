import { reaches } from '../domain/sla/clock.ts'
import { clockOf } from '../domain/ticket/clocks.ts'
import type { CustomerTicket } from '../domain/ticket/customer-ticket.ts'
import type { Speech } from './reading.ts'

/**
 * The receipt in a sentence (RS.2): the number, when the report was accepted and what is promised by when, in the
 * reporter's zone. `loggedBy` is the member of staff who recorded it for the reporter (RS.1).
 */
export const receiptLine = (ticket: CustomerTicket, speech: Speech, loggedBy?: string): string => {
  const { t, dated, name, agreement } = speech
  const { receipt: words } = t.card
  const due = (target: 'response' | 'resolution'): string | undefined => {
    if (agreement === undefined) return undefined
    const { calendar, facts, budget } = clockOf(ticket, target, agreement)
    const at = reaches(calendar, facts, budget)
    return at === undefined ? undefined : dated(at)
  }
  const [response, resolution] = [due('response'), due('resolution')]
  const accepted =
    loggedBy === undefined
      ? words.accepted(ticket.id, dated(ticket.acceptedAt))
      : words.acceptedFor(ticket.id, name(loggedBy), dated(ticket.acceptedAt))
  const promised =
    response === undefined || resolution === undefined
      ? words.noPromise
      : words.promised(response, resolution)
  return t.common.sentences([accepted, promised])
}
