import type { Step } from '../../src/chat/flow.ts'
import type { AnyWish } from '../../src/domain/item/kinds.ts'
import type { ItemContext } from './on-ticket.ts'

/** Orders one thing of the item at hand, and says privately that it was done. */
export const order = ({ item }: ItemContext, wish: AnyWish, saying: string): Step => ({
  kind: 'order',
  orders: [{ item: item.id, wish }],
  saying,
})
