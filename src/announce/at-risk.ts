import { rungOf } from '../view/agreed-words.ts'
import type { Parts } from './parts.ts'
import { row, type SupplierOccasion } from './supplier-occasion.ts'

/** Since when the customer has heard nothing of a human; the bot's receipt is not counted. */
export const heard = ({ ticket, speech }: SupplierOccasion): string => {
  const words = speech.t.notices.supplier
  const { customerHeardAt } = ticket
  return customerHeardAt === undefined ? words.unheard : words.heard(speech.moment(customerHeardAt))
}

/** Who has the ticket; until somebody took it, that nobody has and to whom it was sent. */
const owner = ({ ticket: { assignee, dispatchedTo }, speech: { t, name } }: SupplierOccasion): string => {
  const words = t.notices.supplier
  if (assignee !== undefined) return words.owner(name(assignee))
  return dispatchedTo === undefined ? words.owner(t.common.nobody) : words.sentTo(name(dispatchedTo))
}

/** The manager's card: what is at risk (the running promises) and why (who has it, since when the customer heard nothing). */
export const atRisk = (occasion: SupplierOccasion, rung: Parameters<typeof rungOf>[1]): Parts => {
  const { ticket, speech } = occasion
  const words = speech.t.notices.supplier
  const every = rungOf(speech, rung)?.askAgainEvery?.[ticket.priority]
  return {
    tone: 'alarm',
    saying: [
      speech.t.notices.priority(speech.t.ticket.priorities[ticket.priority]),
      owner(occasion),
      heard(occasion),
      every === undefined ? words.acknowledge : words.acknowledgeEvery(speech.duration(every)),
    ],
    bars: true,
    buttons: row(occasion, 'acknowledge_escalation', 'reassign', 'contact'),
  }
}
