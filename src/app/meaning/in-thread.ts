import type { Card } from '../../chat/card.ts'
import type { Flow, Step } from '../../chat/flow.ts'
import type { Recorded } from '../../domain/item/reading.ts'
import { answersInWords, askedNow } from '../../domain/ticket/permission.ts'
import { stateSaid } from '../../domain/words/senses/state-said.ts'
import { thanksSaid } from '../../domain/words/senses/thanks-said.ts'
import { saysVerdict } from '../../domain/words/senses/verdict-said.ts'
import { texts } from '../../text/texts.ts'
import { passedOnCard } from '../../view/passed-on-card.ts'
import { proposalCard } from '../../view/proposal-card.ts'
import { requestCard } from '../../view/request-card.ts'
import { aptCard, isCourtesy, withAnew } from './apt.ts'
import { isOfTicket, type OfItem, type OfTicket, standsOf } from './heard.ts'
import { asksBack, joined, stateQuestion, thanked } from './joined.ts'
import { meant } from './meant.ts'
import { wordsOfTicket } from './tickets-near.ts'

/** Words in an item's thread, or that quote a message of it. `internal`: the thread is the engineers'. */
type Said<About extends OfItem = OfItem> = {
  readonly context: About
  readonly internal: boolean
  readonly addressed: boolean
}

/**
 * Said to whoever speaks to the bot, in private or by its name in a room: nothing else shows that it heard them, and where the
 * words went. People who talk among themselves are left alone.
 */
const receipt = ({ context, internal, addressed }: Said): string | undefined => {
  const { item, language } = context
  const { app } = texts(language)
  if (!addressed) return undefined
  return internal ? app.notedInternally(item.id) : app.noted(item.id)
}

/**
 * Something is asked of the customer: what their words are to it is said to whoever spoke to the bot or is asked, and not to
 * those who talk on among themselves.
 */
const toRequest = ({ context, internal, addressed }: Said): Card | undefined => {
  const { person, directory } = context
  if (internal || person.side !== 'customer' || !isOfTicket(context)) return undefined
  return addressed || askedNow(directory, context.ticket).includes(person.id)
    ? requestCard(context)
    : undefined
}

/** A yes or a no while the supplier's proposal waits for them. */
const toProposal = (text: string, { context, internal, addressed }: Said): Card | undefined =>
  addressed &&
  !internal &&
  context.person.side === 'customer' &&
  isOfTicket(context) &&
  saysVerdict(text, wordsOfTicket(context.ticket))
    ? proposalCard(context, { passedOn: true })
    : undefined

/** What a customer's words to a ticket ask back, where words alone are no answer. */
const askedBack = (flows: readonly Flow[], text: string, context: OfTicket): Step | undefined => {
  const { place, ticket } = context
  const thanks = !place.flat && isCourtesy(flows, text, context)
  const asked = thanks ? thanked({ context, quotes: true }) : undefined
  if (asked !== undefined) return asked
  return place.flat || (!thanks && asksBack(ticket))
    ? joined(flows, text, { context, quotes: true })
    : undefined
}

/** A question that was asked so lately still stands there to be answered. */
const standsFor = 30 * 60_000

/** Whether the same was said, and so asked, since the question came up. */
const isAskedAlready = (log: readonly Recorded[], { ticket, now }: OfTicket): boolean => {
  const since = log.findLast(({ event: { type } }) => ['ticket.resolved', 'ticket.closed'].includes(type))
  return log.some(
    ({ seq, event }) =>
      seq > (since?.seq ?? 0) &&
      event.type === 'ticket.message_added' &&
      now - event.at < standsFor &&
      'text' in event &&
      typeof event.text === 'string' &&
      stateSaid(event.text, ticket.title) !== undefined,
  )
}

/**
 * People of the customer tell each other how it is with the solution: whether it is solved, or goes on, is asked once, beside
 * the words (RS.C1b).
 */
const overheard = (
  text: string,
  { context, internal, addressed }: Said,
): ((log: readonly Recorded[]) => Card | undefined) | undefined => {
  if (addressed || internal || context.person.side !== 'customer' || !isOfTicket(context)) return undefined
  const state = stateSaid(text, context.ticket.text)?.state
  const asks = state && stateQuestion(context, state, text)
  return asks && ((log) => (isAskedAlready(log, context) ? undefined : asks))
}

/** Such words join the record on that thread's side, with a question where a button may have been meant. */
export const inThread = (flows: readonly Flow[], text: string, said: Said): Step => {
  const { context, internal, addressed } = said
  const { person, item } = context
  const toTicket = addressed && !internal && person.side === 'customer' && isOfTicket(context)
  const asked = toTicket ? askedBack(flows, text, context) : undefined
  if (asked !== undefined) return asked
  const guess = meant(flows, text, { addressed, filedAs: internal ? 'note' : 'answer', context })
  if (guess?.instead) return { kind: 'show', card: guess.card }
  // Whoever is asked for something and only thanks has not answered yet.
  if (toTicket && thanksSaid(text) === 'only' && answersInWords(context.directory, context.ticket, person))
    return { kind: 'show', card: passedOnCard(context, 'thanks') }
  const wish = item.said({ text, internal, ...standsOf(context) })
  const saying = receipt(said)
  const filed = (shows: Card | undefined): Step => ({
    kind: 'order',
    orders: wish === undefined ? [] : [{ item: item.id, wish }],
    ...(shows !== undefined ? { shows } : saying === undefined ? {} : { saying }),
  })
  const asks = overheard(text, said)
  if (asks !== undefined) return { kind: 'history', item: item.id, yields: (log) => filed(asks(log)) }
  const shows = guess?.card ?? toRequest(said) ?? toProposal(text, said)
  return filed(toTicket ? withAnew(shows ?? aptCard(flows, text, context), text, context) : shows)
}
