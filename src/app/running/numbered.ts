import type { Order } from '../../chat/flow.ts'
import type { Instant } from '../../domain/calendar/calendar.ts'
import { isOf } from '../../domain/item/kinds.ts'
import { directoryId } from '../../domain/people/tenant.ts'
import { twinOf } from '../../domain/ticket/twin.ts'
import type { Store } from '../../store/store.ts'
import { texts } from '../../text/texts.ts'
import type { KindsOfWork } from '../../work/kind.ts'
import { numbered as givenNumber } from '../../work/number.ts'
import type { Wish } from '../../work/order.ts'
import { actorOf, type Speaking } from '../speaker/speaking.ts'

/** What giving a number needs. */
type Numbering = { readonly store: Store; readonly kinds: KindsOfWork; readonly now: () => Instant }

/** What is wished, and what besides where a report says the same as an open ticket: to be merged into it. */
type Numbered = { readonly wished: readonly Wish[]; readonly merges: readonly Wish[] }

type Beginning = Extract<Order, { readonly newFor: string }>

/** The merge of a report that says what somebody else's open ticket says. */
const mergesOf = async (
  { store, now }: Numbering,
  { wish }: Beginning,
  id: string,
  speaking: Speaking,
): Promise<readonly Wish[]> => {
  if (wish.do !== 'ticket.report') return []
  const rows = await store.as(speaking.reader).list({ list: 'open', kind: 'ticket' })
  const tickets = rows.flatMap((row) => (isOf('ticket', row) ? [row.state] : []))
  const twin = twinOf(tickets, wish, now())
  if (twin === undefined) return []
  const reason = texts(speaking.language).flows.markDuplicate.sameWords(twin.id)
  return [{ item: id, wish: { do: 'ticket.mark_duplicate', master: twin.id, reason } }]
}

/** A new item takes the customer's next number, but only once it is sure that it will be accepted. */
export const numbered = async (
  running: Numbering,
  orders: readonly Order[],
  speaking: Speaking,
): Promise<Numbered> => {
  const wished: Wish[] = []
  const merges: Wish[] = []
  for (const order of orders) {
    const { supplier } = speaking.directory
    if ('item' in order) {
      wished.push(order.item === 'directory' ? { ...order, item: directoryId(supplier) } : order)
      continue
    }
    const stamp = { at: running.now(), by: actorOf(speaking) }
    const { refused, ...one } = await givenNumber(running, order, speaking, stamp)
    wished.push({ ...one, supplier })
    if (!refused) merges.push(...(await mergesOf(running, order, one.item, speaking)))
  }
  return { wished, merges }
}
