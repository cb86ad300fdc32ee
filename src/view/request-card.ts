import { type Card, card } from '../chat/card.ts'
import type { Place } from '../chat/inbound.ts'
import type { Person } from '../domain/people/directory.ts'
import { answersInWords, askedNow, isContact } from '../domain/ticket/permission.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { actOf } from './offers.ts'
import { type Reading, speak } from './reading.ts'
import { ticketCard } from './ticket-card.ts'

/** A customer's words to a ticket, where they were said. */
export type Said = Reading & {
  readonly ticket: Ticket
  readonly seq: number
  readonly person: Person
  readonly place: Pick<Place, 'direct'>
}

/** What answers a request, or objects to the wait for it. */
const replies: readonly string[] = ['answer', 'answer:approved', 'answer:refused', 'contest']

/**
 * What such words come to while something is asked of the customer (M2.C1): that they are the answer, or that they were passed
 * on and what is still missing, with the buttons it takes. Nothing where nothing is asked.
 */
export const requestCard = ({ ticket, seq, person, place, ...reading }: Said): Card | undefined => {
  const { ask } = ticket
  const { directory } = reading
  if (ask === undefined) return undefined
  const { t, name, anyOf } = speak(reading, ticket)
  if (answersInWords(directory, ticket, person)) {
    const saying = t.app.answered(ticket.id)
    return card({ summary: saying, blocks: [{ type: 'text', text: saying }] })
  }
  const decides = ask.kind === 'approval' && isContact(directory, ticket, person)
  const missing = decides
    ? t.app.decisionMissing(name(ask.askedBy))
    : t.card.stillAwaited(anyOf(askedNow(directory, ticket)), ask.kind)
  const saying = t.common.sentences([t.app.passedOn(ticket.id), missing])
  const drawn = ticketCard(ticket, seq, place.direct ? { ...reading, alone: person } : reading)
  return card({
    summary: saying,
    blocks: [
      { type: 'text', text: saying },
      { type: 'quote', text: ask.text },
    ],
    buttons: drawn.buttons.filter(({ press }) => replies.includes(actOf(press))),
  })
}
