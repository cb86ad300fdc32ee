import type { Flow, Step } from '../../chat/flow.ts'
import { texts } from '../../text/texts.ts'
import { type OfTicket, standsOf } from './heard.ts'
import { asksBack, joined, thanked } from './joined.ts'
import { meant } from './meant.ts'

/** Words in a ticket's thread, or that quote a message of it. `internal`: the thread is the engineers'. */
type Said = { readonly context: OfTicket; readonly internal: boolean; readonly addressed: boolean }

/**
 * Said where nothing else shows where the words went: in private of an internal note, of any where there is no thread; and
 * to those who called the bot by its name in a room, who would not know that it heard them.
 */
const receipt = ({ context, internal, addressed }: Said): string | undefined => {
  const { place, ticket, language } = context
  const { app } = texts(language)
  const isUnseen = place.flat !== true && place.direct ? internal : addressed
  if (!isUnseen) return undefined
  return internal ? app.notedInternally(ticket.id) : app.noted(ticket.id)
}

/** Whether they would be no report either: they greet or thank. */
const isCourtesy = (flows: readonly Flow[], words: string, context: OfTicket): boolean =>
  flows.find(({ name }) => name === 'report')?.begin({ ...context, words }).kind === 'show'

/** Such words join the record on that thread's side, with a question where a button may have been meant. */
export const inThread = (flows: readonly Flow[], text: string, said: Said): Step => {
  const { context, internal, addressed } = said
  const { place, person, ticket } = context
  if (addressed && !internal && person.side === 'customer') {
    const thanks = !place.flat && isCourtesy(flows, text, context)
    const asked = thanks ? thanked({ context, quotes: true }) : undefined
    if (asked !== undefined) return asked
    if (place.flat || (!thanks && asksBack(ticket))) return joined(flows, text, { context, quotes: true })
  }
  const guess = meant(flows, text, { addressed, filedAs: internal ? 'note' : 'answer', context })
  if (guess?.instead) return { kind: 'show', card: guess.card }
  const stands = standsOf(context)
  const wish = internal
    ? ({ do: 'ticket.note', text: { internal: text }, ...stands } as const)
    : ({ do: 'ticket.add_message', text, ...stands } as const)
  const saying = receipt(said)
  return {
    kind: 'order',
    orders: [{ item: ticket.id, wish }],
    ...(guess !== undefined ? { shows: guess.card } : saying === undefined ? {} : { saying }),
  }
}
