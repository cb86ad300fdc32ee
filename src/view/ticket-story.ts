import type { Block } from '../chat/card.ts'
import type { OpenTicket } from '../domain/ticket/customer-ticket.ts'
import type { Speech } from './reading.ts'

const text = (said: string): Block => ({ type: 'text', text: said.replace(/^you\b/, 'You') })
const quote = (said: string): Block => ({ type: 'quote', text: said })

/** What the supplier proposed and the customer has not decided yet. */
export const proposals = ({ downgrade, merging }: OpenTicket, { t, name }: Speech): readonly Block[] => {
  const { card, ticket: words } = t
  const lowered =
    downgrade === undefined
      ? []
      : [
          text(
            downgrade.work === undefined
              ? card.downgrade(name(downgrade.by), words.priorities[downgrade.priority])
              : card.workProposed(
                  name(downgrade.by),
                  words.asWork[downgrade.work],
                  words.priorities[downgrade.priority],
                ),
          ),
          ...(downgrade.reason.trim() === '' ? [] : [quote(downgrade.reason)]),
        ]
  const merged =
    merging === undefined ? [] : [text(card.merging(name(merging.by), merging.master)), quote(merging.reason)]
  return [...lowered, ...merged]
}

/** What the ticket waits for or how it ended, in words: the request, the solution and whose word is missing, the end. */
export const ticketStory = (ticket: OpenTicket, speech: Speech): readonly Block[] => {
  const { t, name, moment } = speech
  const { card, ticket: words } = t
  const { ask, resolution, cancelled, closedAt, status } = ticket
  const asked =
    ask === undefined
      ? []
      : [
          text(card.asked(name(ask.askedBy), name(ask.of), words.asks[ask.kind])),
          quote(ask.text),
          text(ask.deliveredAt === undefined ? card.askOnItsWay : card.askPauses(moment(ask.deliveredAt))),
        ]
  const solved =
    resolution === undefined || (status !== 'resolved' && status !== 'closed')
      ? []
      : [
          text(
            (resolution.workaround ? card.workaround : card.resolution)(
              name(resolution.by),
              moment(resolution.at),
            ),
          ),
          quote(resolution.description),
        ]
  const consent = resolution?.consent
  // Whose word is missing stands below the title.
  const agreed =
    status !== 'resolved' || consent === undefined
      ? []
      : [text(card.consented(name(consent.by), moment(consent.at)))]
  const ended =
    cancelled === undefined
      ? []
      : [
          text(
            cancelled.master === undefined
              ? card.cancelled(words.cancellations[cancelled.how], moment(cancelled.at))
              : card.duplicateOf(words.cancellations[cancelled.how], cancelled.master, moment(cancelled.at)),
          ),
          quote(cancelled.reason),
        ]
  const closed = status === 'closed' && closedAt !== undefined ? [text(card.closed(moment(closedAt)))] : []
  return [...proposals(ticket, speech), ...asked, ...solved, ...agreed, ...ended, ...closed]
}
