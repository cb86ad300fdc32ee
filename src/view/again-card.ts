import { type Card, card, withWords } from '../chat/card.ts'
import type { Place } from '../chat/inbound.ts'
import type { Person } from '../domain/people/directory.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type Reading, speak } from './reading.ts'
import { ticketCard } from './ticket-card.ts'
import { reportButton } from './which-card.ts'

type Said = Reading & {
  readonly ticket: Ticket
  readonly seq: number
  readonly person: Person
  readonly place: Pick<Place, 'direct'>
}

/** A closed ticket may be what goes on: whether it does, or is new, is asked, with the way to either. */
export const againCard = ({ ticket, seq, person, place, ...reading }: Said): Card => {
  const { t, once } = speak(reading, ticket)
  const saying = t.asked.again(ticket.id, once(ticket.closedAt ?? reading.now))
  const { buttons } = ticketCard(ticket, seq, place.direct ? { ...reading, alone: person } : reading)
  const reopen = buttons.filter(({ press: { flow } }) => flow === 'reopen').map(withWords)
  return card({
    summary: saying,
    blocks: [{ type: 'text', text: saying }],
    buttons: [...reopen, reportButton(t)],
  })
}
