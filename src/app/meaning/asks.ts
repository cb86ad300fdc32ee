import type { Step } from '../../chat/flow.ts'
import { ticketNumber } from '../../chat/ticket-number.ts'
import { answersInWords } from '../../domain/ticket/permission.ts'
import { plain } from '../../domain/words/plain.ts'
import { type AskedOf, askedOf } from '../../domain/words/senses/asked-of.ts'
import { asksForList } from '../../domain/words/senses/list-asked.ts'
import { severalAsked } from '../../domain/words/senses/several-asked.ts'
import { texts } from '../../text/texts.ts'
import { askedCard } from '../../view/asked-card.ts'
import { beginFlow } from '../running/step.ts'
import { type Heard, isOfTicket, type OfTicket, standsOf, wordsTo } from './heard.ts'
import { called } from './named.ts'
import type { Rule } from './rule.ts'
import {
  awaitingApproval,
  awaitingConsent,
  joinedHere,
  type Near,
  ownOpen,
  wordsOfTicket,
} from './tickets-near.ts'

/** Everybody and every organisation that a list may be asked of. */
const namesIn = ({ speaking }: Heard): string => {
  const { customers } = speaking.directory
  const own = speaking.person.side === 'supplier' ? Object.values(customers) : []
  return [...called(speaking), ...own].map(({ name }) => name).join('\n')
}

/** How several tickets are doing: their list says it of each of them, in a thread too. */
export const asksHowTheyAre: Rule = async ({ addressed, text, flow, context }) => {
  const several = addressed ? severalAsked(text) : undefined
  if (several === undefined || several.counts) return undefined
  return flow(several.own ? 'mine' : 'tickets')?.begin(await context(undefined, ''))
}

/** Several tickets are asked for, or how many there are: the list, in a thread too. */
export const asksForTickets: Rule = async (heard) => {
  const { addressed, text, flow, context } = heard
  if (!addressed) return undefined
  if (asksForList(text, namesIn(heard))) return flow('tickets')?.begin(await context(undefined, text))
  return severalAsked(text) && flow('tickets')?.begin(await context(undefined, ''))
}

/** The first ticket number in the words, wherever it stands. */
export const numberIn = ({ text, keys }: Heard): string | undefined => {
  const said = plain(text).text
  for (let at = 0; at < said.length; at += 1) {
    if (/[a-z0-9]/.test(said.charAt(at - 1))) continue
    const found = ticketNumber(said.slice(at), keys)
    if (found !== undefined) return found.number
  }
  return undefined
}

/**
 * A customer's question in its thread, or with its number, is passed on too; not where it would pass for the answer that is
 * awaited from them.
 */
const passesOn = ({ linked }: Heard, about: OfTicket, isNamed: boolean): boolean =>
  about.person.side === 'customer' &&
  (isNamed || linked !== undefined) &&
  !answersInWords(about.directory, about.ticket, about.person)

const answered = (
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
      return { kind: 'order', orders: [{ item: ticket.id, wish }], shows: card }
    },
  }
}

/** A question about a ticket: the one that is named, else the thread's, else the one that is spoken of or the only one. */
export const asksOfTicket: Rule = async (heard) => {
  const { addressed, text, thread, flow, context } = heard
  if (!addressed) return undefined
  const number = numberIn(heard)
  const id = number ?? thread
  if (id === undefined) return asksOfNone(heard)
  const about = await wordsTo(context, id)
  const isNamed = number !== undefined
  const asked = askedOf(text, about.ticket && wordsOfTicket(about.ticket))
  const isSure = asked?.leans === true || (asked?.asks === true && plain(text).isWhole)
  // Whatever is asked of a ticket by its number is answered by how it stands.
  if (asked === undefined && isNamed && isOfTicket(about) && /[?？吗]\s*$/.test(text.trim()))
    return answered(heard, about, { about: 'how' }, isNamed)
  if (asked === undefined || !isSure) return undefined
  if (isOfTicket(about)) return answered(heard, about, asked, isNamed)
  const status = isNamed && asked.leans && about.item === undefined ? flow('status') : undefined
  return status && beginFlow(status, about, { named: true })
}

/** Somebody's own open tickets; of who has none, those that wait for their word. */
const concerning = async (heard: Heard): Promise<readonly Near[]> => {
  const own = await ownOpen(heard)
  if (own.length > 0 || heard.speaking.person.side === 'supplier') return own
  return [...(await awaitingApproval(heard)), ...(await awaitingConsent(heard))]
}

/** No ticket is named. Where several may be meant, their list says how each of them stands. */
const asksOfNone = async (heard: Heard): Promise<Step | undefined> => {
  const { text, flow, context } = heard
  const open = askedOf(text) === undefined ? [] : await concerning(heard)
  const asked = askedOf(text, open.map(({ ticket }) => wordsOfTicket(ticket)).join('\n'))
  if (asked?.leans !== true) return undefined
  const here = await joinedHere(heard)
  const only = here ?? (open.length === 1 ? open[0]?.ticket.id : undefined)
  const about = only === undefined ? undefined : await context(only, '')
  if (about !== undefined && isOfTicket(about)) return answered(heard, about, asked, false)
  return flow('tickets')?.begin(await context(undefined, ''))
}
