import { buttonsOf, type Card, card, withWords } from '../chat/card.ts'
import type { Place } from '../chat/inbound.ts'
import type { Person } from '../domain/people/directory.ts'
import { askedNow } from '../domain/ticket/permission.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { whoAndWhen } from './asked-card.ts'
import { actOf } from './offers.ts'
import { type Reading, type Speech, speak } from './reading.ts'
import { ticketCard } from './ticket-card.ts'

/** What a customer's words to a ticket that is worked on come to, beside that they were passed on. */
export type PassedOn = 'thanks' | 'haste' | 'deadline' | 'fails' | 'works' | 'withdraw'

type Said = Reading & {
  readonly ticket: Ticket
  readonly seq: number
  readonly person: Person
  readonly place: Pick<Place, 'direct'>
}

/** Whoever presses may want more than is promised. */
const offers: { readonly [what in PassedOn]: readonly string[] } = {
  thanks: ['answer', 'answer:approved', 'answer:refused'],
  haste: ['escalate'],
  deadline: ['escalate'],
  fails: [],
  works: [],
  withdraw: ['cancel'],
}

const sentences = (
  what: PassedOn,
  { ticket, directory, now }: Pick<Said, 'ticket' | 'directory' | 'now'>,
  speech: Speech,
): readonly string[] => {
  const { t, anyOf } = speech
  const { ask } = ticket
  switch (what) {
    case 'thanks':
      return [
        t.asked.welcome,
        ask === undefined ? '' : t.card.stillAwaited(anyOf(askedNow(directory, ticket)), ask.kind),
      ]
    case 'withdraw':
      return [t.asked.notNeeded(ticket.id)]
    case 'works':
      return [t.asked.worksNow(ticket.id), t.asked.confirmFirst]
    default:
      return [t.asked.toldOf[what](ticket.id), whoAndWhen(ticket, speech, now)]
  }
}

/**
 * The answer to words that only thank, press, name a time, or say how it is, in the thread of a ticket: who is on it and until when,
 * and, where that may be too late, the way to reach the next level with these words.
 */
export const passedOnCard = ({ ticket, seq, person, place, ...reading }: Said, what: PassedOn): Card => {
  const own = place.direct ? { ...reading, alone: person } : reading
  const speech = speak(own, ticket)
  const drawn = ticketCard(ticket, seq, own)
  const buttons = buttonsOf(drawn).filter(({ press }) => offers[what].includes(actOf(press)))
  const { t } = speech
  const isEscalable = buttons.some(({ press }) => press.flow === 'escalate')
  const saying = t.common.sentences(sentences(what, { ...reading, ticket }, speech))
  return card({
    summary: saying,
    blocks: [
      { type: 'text', text: saying },
      ...(isEscalable ? [{ type: 'note', text: t.asked.tooLate } as const] : []),
    ],
    buttons: buttons.map((one) => (what === 'thanks' ? one : withWords(one))),
  })
}
