import type { Card } from '../../chat/card.ts'
import type { Flow, Step } from '../../chat/flow.ts'
import { askedNow } from '../../domain/ticket/permission.ts'
import { texts } from '../../text/texts.ts'
import { requestCard } from '../../view/request-card.ts'
import { isOfTicket, type OfItem, type OfTicket, standsOf } from './heard.ts'
import { asksBack, joined, thanked } from './joined.ts'
import { meant } from './meant.ts'

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

/** Whether they would be no report either: they greet or thank. */
const isCourtesy = (flows: readonly Flow[], words: string, context: OfTicket): boolean =>
  flows.find(({ name }) => name === 'report')?.begin({ ...context, words }).kind === 'show'

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

/** Such words join the record on that thread's side, with a question where a button may have been meant. */
export const inThread = (flows: readonly Flow[], text: string, said: Said): Step => {
  const { context, internal, addressed } = said
  const { person, item } = context
  const toTicket = addressed && !internal && person.side === 'customer' && isOfTicket(context)
  const asked = toTicket ? askedBack(flows, text, context) : undefined
  if (asked !== undefined) return asked
  const guess = meant(flows, text, { addressed, filedAs: internal ? 'note' : 'answer', context })
  if (guess?.instead) return { kind: 'show', card: guess.card }
  const wish = item.said({ text, internal, ...standsOf(context) })
  const shows = guess?.card ?? toRequest(said)
  const saying = receipt(said)
  return {
    kind: 'order',
    orders: wish === undefined ? [] : [{ item: item.id, wish }],
    ...(shows !== undefined ? { shows } : saying === undefined ? {} : { saying }),
  }
}
