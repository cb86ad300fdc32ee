import type { Card } from '../chat/card.ts'
import type { CustomerTicket } from '../domain/ticket/customer-ticket.ts'
import { type ButtonName, buttonRow, type SeenItem, scoreButtons } from './buttons.ts'
import { customerMay } from './may-press.ts'
import { clockBars } from './promise-blocks.ts'
import { questionBlocks } from './questions.ts'
import { type Reading, type Speech, speak } from './reading.ts'
import { receiptLine } from './receipt-line.ts'
import { statusWord } from './status-word.ts'
import { ticketFacts, ticketTone } from './ticket-facts.ts'
import { ticketStory } from './ticket-story.ts'

/** What a customer's people can do now. Whether one of several readers may is checked at the press. */
const names = (ticket: CustomerTicket): readonly ButtonName[] => {
  const downgrade: readonly ButtonName[] =
    ticket.downgrade === undefined ? [] : ['agree_downgrade', 'decline_downgrade']
  switch (ticket.status) {
    case 'new':
      return [...downgrade, 'mark_duplicate_of_earlier', 'cancel', 'escalate']
    case 'in_progress':
    case 'on_hold':
      return [...downgrade, ...answers(ticket), 'escalate', 'cancel']
    case 'resolved':
      return ticket.resolution?.consent === undefined ? ['confirm_solution', 'reject_solution'] : []
    case 'closed':
      return ticket.rating === undefined || ticket.rating.comment !== undefined
        ? ['reopen']
        : ['rate_comment', 'reopen']
    case 'cancelled':
      return ticket.cancelled?.how === 'withdrawn' ? [] : ['contest']
  }
}

const answers = ({ ask }: CustomerTicket): readonly ButtonName[] => {
  if (ask === undefined) return []
  const reply: readonly ButtonName[] =
    ask.kind === 'approval' ? ['answer_approved', 'answer_refused'] : ['answer']
  return ask.deliveredAt === undefined ? reply : [...reply, 'contest_pause']
}

/** The buttons of the customer's card: what can be done now, the survey once it is closed, the record always. */
export const customerButtons = (
  ticket: CustomerTicket,
  speech: Speech,
  { drawn, alone, directory }: { readonly drawn: SeenItem } & Pick<Reading, 'alone' | 'directory'>,
): Card['buttons'] => {
  const may = (name: ButtonName | 'rate'): boolean => customerMay(name, ticket, { alone, directory })
  const scores = ticket.status === 'closed' && ticket.rating === undefined && may('rate')
  const can: readonly ButtonName[] = [...names(ticket), 'history']
  return [...(scores ? scoreButtons(drawn) : []), ...buttonRow(speech, drawn, can.filter(may))]
}

/**
 * The living card in the customer's thread: the receipt until somebody takes the ticket (RS.2), then how it stands. It is
 * built from the customer's ticket only, so it cannot show more.
 */
export const customerCard = (
  ticket: CustomerTicket,
  seq: number,
  reading: Reading,
  { loggedBy }: { readonly loggedBy?: string } = {},
): Card => {
  const speech = speak(reading, ticket)
  const { t, name } = speech
  const owner = ticket.assignee === undefined ? t.card.nobodyYet : name(ticket.assignee)
  const drawn = { item: ticket.id, seen: seq }
  const receipt = ticket.status === 'new' ? receiptLine(ticket, speech, loggedBy) : undefined
  const { priorities } = t.ticket
  return {
    title: t.card.title(ticket.id, ticket.title),
    tone: ticketTone(ticket),
    blocks: [
      ...(receipt === undefined ? [] : [{ type: 'text', text: receipt } as const]),
      ticketFacts(ticket, owner, speech),
      ...clockBars(ticket, speech, reading.now),
      ...ticketStory(ticket, speech, reading),
      ...questionBlocks(ticket, speech, drawn),
    ],
    buttons: customerButtons(ticket, speech, { drawn, ...reading }),
    summary:
      receipt ??
      t.card.summary(ticket.id, ticket.title, statusWord(speech, ticket), priorities[ticket.priority]),
  }
}
