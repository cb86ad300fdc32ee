import { reaches } from '../domain/sla/clock.ts'
import { clockOf } from '../domain/ticket/clocks.ts'
import type { CustomerTicket } from '../domain/ticket/customer-ticket.ts'
import type { Speech } from './reading.ts'

/**
 * The receipt in two lines (RS.2): the number, when the report was accepted and what it was understood to be; what is promised
 * by when, in the reporter's zone. `loggedBy` is the member of staff who recorded it for the reporter (RS.1).
 */
export const receiptLines = (
  ticket: CustomerTicket,
  speech: Speech,
  loggedBy?: string,
): readonly [accepted: string, promised: string] => {
  const { t, moment, name, agreement } = speech
  const { receipt: words } = t.card
  const due = (target: 'response' | 'resolution'): string | undefined => {
    if (agreement === undefined) return undefined
    const { calendar, facts, budget } = clockOf(ticket, target, agreement)
    const at = reaches(calendar, facts, budget)
    return at === undefined ? undefined : moment(at)
  }
  const { id, acceptedAt, category, splitFrom } = ticket
  const filed = category.value === 'other' ? undefined : t.ticket.category(category.value)
  const request = ticket.work === 'service_request' ? words.request(filed) : undefined
  const about = request ?? (filed && words.filed(filed))
  const [response, resolution] = [due('response'), due('resolution')]
  return [
    splitFrom !== undefined
      ? words.splitFrom(id, splitFrom, moment(acceptedAt), about)
      : loggedBy === undefined
        ? words.accepted(id, moment(acceptedAt), about)
        : words.acceptedFor(id, name(loggedBy), moment(acceptedAt), request),
    response === undefined || resolution === undefined
      ? words.noPromise
      : words.promised(response, resolution),
  ]
}
