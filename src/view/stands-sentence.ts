import type { Reading } from '../chat/reading.ts'
import { customerTicket } from '../domain/ticket/customer-ticket.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { speak } from './reading.ts'
import { statusWord } from './status-word.ts'

/** How a ticket stands now, for a notice of it that offers less than when it was sent. */
export const standsSentence = (ticket: Ticket, reading: Reading): string => {
  const speech = speak(reading, ticket)
  const { t, name, zoned } = speech
  const { assignee, ...seen } = customerTicket(ticket)
  return t.notices.stands(zoned(reading.now), statusWord(speech, seen), assignee && name(assignee))
}
