import type { Card } from '../chat/card.ts'
import { isOpen } from '../domain/ticket/clocks.ts'
import type { CustomerTicket } from '../domain/ticket/customer-ticket.ts'
import { troublesIn } from '../domain/ticket/suggest/troubles.ts'
import { type ButtonName, buttonRow, otherWork, type SeenItem, scoreButtons } from './buttons.ts'
import { customerMay } from './may-press.ts'
import { standing } from './next-sentence.ts'
import { priorityTag } from './priority-tag.ts'
import { clockBars } from './promise-blocks.ts'
import { questionBlocks } from './questions.ts'
import { type Reading, type Speech, speak, speakOnCard } from './reading.ts'
import { receiptLines } from './receipt-line.ts'
import { standingWords } from './status-word.ts'
import { stamp, ticketDetails } from './ticket-details.ts'
import { ticketFacts, ticketTone } from './ticket-facts.ts'
import { ticketStory } from './ticket-story.ts'

/** It is one trouble with an earlier one: of a ticket that was split off, the one it was split from. */
const sameAs = ({ splitFrom }: CustomerTicket): ButtonName =>
  splitFrom === undefined ? 'mark_duplicate_of_earlier' : 'mark_duplicate_of_origin'

/** Its report reads as two troubles, of which one has no ticket yet. */
const other = ({ text, splitOff = [] }: CustomerTicket): readonly ButtonName[] =>
  splitOff.length === 0 && troublesIn(text).length > 1 ? ['split_other'] : []

/** What a customer's people can do now. Whether one of several readers may is checked at the press. */
const names = (ticket: CustomerTicket): readonly ButtonName[] => {
  // Words made it one: whoever said them sees at once that it was meant otherwise.
  const taken: readonly ButtonName[] = ticket.work === 'service_request' ? ['as_incident'] : []
  const proposed: readonly ButtonName[] = [
    ...(ticket.downgrade === undefined ? [] : (['agree_downgrade', 'decline_downgrade'] as const)),
    ...(ticket.merging === undefined ? [] : (['agree_merge', 'decline_merge'] as const)),
  ]
  switch (ticket.status) {
    case 'new':
      return [...proposed, ...taken, ...other(ticket), sameAs(ticket), 'escalate']
    case 'in_progress':
    case 'on_hold':
      return [...proposed, ...answers(ticket), 'escalate']
    case 'resolved':
      // Until it is closed, who said that it is solved can still say that it is not.
      return ticket.resolution?.consent === undefined
        ? ['confirm_solution', 'reject_solution']
        : ['reject_solution']
    case 'closed':
      if (ticket.rating === undefined) return ['reopen']
      return [
        ...(ticket.rating.comment === undefined ? (['rate_comment'] as const) : []),
        'rate_again',
        'reopen',
      ]
    case 'cancelled':
      return ticket.cancelled?.how === 'withdrawn' ? [] : ['contest']
  }
}

/** What they can do besides, and look up. */
const rarely = (ticket: CustomerTicket): readonly ButtonName[] => [
  ...otherWork(ticket).filter((name) => !names(ticket).includes(name)),
  ...(ticket.splitFrom !== undefined && ticket.status !== 'new' && isOpen(ticket)
    ? (['mark_duplicate_of_origin'] as const)
    : []),
  ...((isOpen(ticket) || ticket.status === 'resolved') && !names(ticket).includes('split_other')
    ? (['split'] as const)
    : []),
  ...(isOpen(ticket) ? (['cancel'] as const) : []),
  'history',
  'why',
  'told',
]

const answers = ({ ask }: CustomerTicket): readonly ButtonName[] => {
  if (ask === undefined) return []
  const reply: readonly ButtonName[] =
    ask.kind === 'approval' ? ['answer_approved', 'answer_refused'] : ['answer']
  return ask.deliveredAt === undefined ? reply : [...reply, 'contest_pause']
}

/** The buttons of the customer's card: what can be done now, the survey once it is closed. */
export const customerButtons = (
  ticket: CustomerTicket,
  speech: Speech,
  { drawn, alone, directory }: { readonly drawn: SeenItem } & Pick<Reading, 'alone' | 'directory'>,
): Card['buttons'] => {
  const may = (name: ButtonName | 'rate'): boolean => customerMay(name, ticket, { alone, directory })
  const scores = ticket.status === 'closed' && ticket.rating === undefined && may('rate')
  return [...(scores ? scoreButtons(drawn) : []), ...buttonRow(speech, drawn, names(ticket).filter(may))]
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
  const speech = speakOnCard(reading, ticket)
  const { t, name } = speech
  const owner = ticket.assignee === undefined ? undefined : name(ticket.assignee)
  const drawn = { item: ticket.id, seen: seq }
  const receipt = ticket.status === 'new' ? receiptLines(ticket, speech, loggedBy) : []
  const status = standingWords(speech, ticket)
  const bars = clockBars(ticket, speech, reading.now)
  const facts = ticketFacts(ticket, owner ?? t.card.nobodyYet, speech)
  const may = (name: ButtonName): boolean => customerMay(name, ticket, reading)
  const { priorities } = t.ticket
  const buttons = customerButtons(ticket, speech, { drawn, ...reading })
  // Bare figures say nothing: what they answer is asked above them.
  const asksScore = ticket.rating === undefined && buttons.some(({ press }) => press.flow === 'rate')
  return {
    title: t.card.title(ticket.id, ticket.title),
    state: {
      tag: priorityTag(speech, ticket.priority),
      text: standing(ticket, status, owner, reading),
    },
    tone: ticketTone(ticket),
    blocks: [
      ...receipt.map((text) => ({ type: 'text', text }) as const),
      ...ticketStory(ticket, speech),
      ...questionBlocks(ticket, speech, drawn),
      ...(asksScore ? [{ type: 'text', text: t.card.rate } as const] : []),
    ],
    buttons,
    // The receipt says itself until when; its bars are among the rest.
    below: [
      ...(receipt.length === 0 ? bars : []),
      stamp(speech, reading),
      ticketDetails(
        speech,
        drawn,
        receipt.length === 0 ? [facts] : [...bars, facts],
        rarely(ticket).filter(may),
      ),
    ],
    summary:
      receipt.length === 0
        ? t.card.summary(ticket.id, ticket.title, status, priorities[ticket.priority])
        : t.common.sentences(receiptLines(ticket, speak(reading, ticket), loggedBy)),
  }
}
