import type { Order } from '../../chat/flow.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { twinOf } from '../../domain/ticket/twin.ts'
import { texts } from '../../text/texts.ts'
import { kindFor } from '../../work/kinds.ts'
import type { Wished } from '../../work/order.ts'
import { actorOf } from '../speaker/actor-of.ts'
import type { Speaking } from '../speaker/speaking.ts'
import type { Running } from './step.ts'

/** What is wished, and what besides where a report says the same as an open ticket: to be merged into it. */
type Numbered = { readonly wished: readonly Wished[]; readonly merges: readonly Wished[] }

type Report = Extract<Order, { readonly newFor: string }>

/** The two halves of a merge of a report that says what somebody else's open ticket says. */
const mergesOf = async (
  { store, now }: Running,
  { wish }: Report,
  id: string,
  speaking: Speaking,
): Promise<readonly Wished[]> => {
  const rows = await store.as(speaking.reader).list({ list: 'open' })
  const tickets = rows.map(({ state }) => state as Ticket)
  const twin = twinOf(tickets, wish, now())
  if (twin === undefined) return []
  const reason = texts(speaking.language).flows.markDuplicate.sameWords(twin.id)
  return [
    { item: id, wish: { do: 'ticket.mark_duplicate', master: twin.id, reason } },
    { item: twin.id, wish: { do: 'ticket.link_duplicate', duplicate: id, reporter: wish.reporter } },
  ]
}

/** A new ticket takes the customer's next number, but only once it is sure that it will be accepted. */
export const numbered = async (
  running: Running,
  orders: readonly Order[],
  speaking: Speaking,
): Promise<Numbered> => {
  const { store, now } = running
  const wished: Wished[] = []
  const merges: Wished[] = []
  for (const order of orders) {
    if ('item' in order) {
      wished.push(order)
      continue
    }
    const { directory } = speaking
    const key = directory.customers[order.newFor]?.key ?? order.newFor
    const command = { ...order.wish, id: key, at: now(), by: actorOf(speaking) }
    const dry = kindFor(command).decide(undefined, command, { directory })
    const id = dry.ok ? `${key}-${await store.nextNumber(order.newFor)}` : key
    wished.push({ item: id, wish: { ...order.wish, id } })
    if (dry.ok) merges.push(...(await mergesOf(running, order, id, speaking)))
  }
  return { wished, merges }
}
