import type { Step } from '../../chat/flow.ts'
import { answersInWords } from '../../domain/ticket/permission.ts'
import type { AskedOf } from '../../domain/words/senses/asked-of.ts'
import { texts } from '../../text/texts.ts'
import { askedCard } from '../../view/asked-card.ts'
import { withAnew } from './apt.ts'
import { type Heard, type OfTicket, standsOf } from './heard.ts'

/**
 * A customer's question in its thread, or with its number, is passed on too; not where it would pass for the answer that is
 * awaited from them.
 */
const passesOn = ({ linked }: Heard, about: OfTicket, isNamed: boolean): boolean =>
  about.person.side === 'customer' &&
  (isNamed || linked !== undefined) &&
  !answersInWords(about.directory, about.ticket, about.person)

/** The answer to a question about this ticket, with what can be done. `isNamed`: by its number. */
export const answeredOf = (
  heard: Heard,
  about: OfTicket,
  { about: what }: Pick<AskedOf, 'about'>,
  isNamed: boolean,
): Step => {
  const { person, place, ticket, message } = about
  const alone = place.direct || message === undefined ? { alone: person } : {}
  const passes = passesOn(heard, about, isNamed)
  const note = passes ? texts(about.language).asked.passedOn : ''
  return {
    kind: 'history',
    item: ticket.id,
    yields: (log) => {
      const card = askedCard({ ...about, ...alone }, what, log, note)
      if (!passes) return { kind: 'show', card }
      const wish = { do: 'ticket.add_message', text: heard.text, ...standsOf(about) } as const
      return { kind: 'order', orders: [{ item: ticket.id, wish }], shows: withAnew(card, heard.text, about) }
    },
  }
}
