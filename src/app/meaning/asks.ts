import type { Step } from '../../chat/flow.ts'
import { ticketNumber } from '../../chat/ticket-number.ts'
import { plain } from '../../domain/words/plain.ts'
import { askedOf } from '../../domain/words/senses/asked-of.ts'
import { asksForList } from '../../domain/words/senses/list-asked.ts'
import { asksOfTickets, severalAsked } from '../../domain/words/senses/several-asked.ts'
import { asksForWork } from '../../domain/words/senses/work-asked.ts'
import { beginFlow } from '../running/step.ts'
import { answeredOf } from './answered-of.ts'
import { asksByName, asksOfAnother, awaited } from './asks-by-name.ts'
import { type Heard, isOfTicket, wordsTo } from './heard.ts'
import { called } from './named.ts'
import type { Rule } from './rule.ts'
import { joinedHere, wordsOfTicket } from './tickets-near.ts'

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

/** Several tickets are asked for, or how many there are: the list, in a thread too. An engineer who asks for work gets the queue. */
export const asksForTickets: Rule = async (heard) => {
  const { addressed, text, flow, context, speaking } = heard
  if (!addressed) return undefined
  if (speaking.person.side === 'supplier' && asksForWork(text))
    return flow('queue')?.begin(await context(undefined, ''))
  if (asksForList(text, namesIn(heard))) return flow('tickets')?.begin(await context(undefined, text))
  return severalAsked(text) && flow('tickets')?.begin(await context(undefined, ''))
}

/** A question about tickets that no other rule reads is answered by their list: it is no report of one. */
export const asksOfAny: Rule = async ({ addressed, linked, speaking, text, flow, context }) =>
  addressed && linked === undefined && speaking.person.side === 'customer' && asksOfTickets(text)
    ? flow('tickets')?.begin(await context(undefined, ''))
    : undefined

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
    return answeredOf(heard, about, { about: 'how' }, isNamed)
  if (asked === undefined || !isSure) return undefined
  const another = !isNamed && isOfTicket(about) ? await asksOfAnother(heard, about) : undefined
  if (another !== undefined) return another
  if (isOfTicket(about)) return answeredOf(heard, about, asked, isNamed)
  const status = isNamed && asked.leans && about.item === undefined ? flow('status') : undefined
  return status && beginFlow(status, about, { named: true })
}

/** No ticket is named by its number. Where several may be meant, their list says how each of them stands. */
const asksOfNone = async (heard: Heard): Promise<Step | undefined> => {
  const { text, flow, context } = heard
  const asked = askedOf(text)
  if (asked === undefined) return undefined
  if (!asked.leans) return asked.asks ? asksByName(heard, asked) : undefined
  const open = await awaited(heard)
  const only = (await joinedHere(heard)) ?? (open.length === 1 ? open[0]?.ticket.id : undefined)
  const about = only === undefined ? undefined : await context(only, '')
  if (about !== undefined && isOfTicket(about)) return answeredOf(heard, about, asked, false)
  return flow('tickets')?.begin(await context(undefined, ''))
}
