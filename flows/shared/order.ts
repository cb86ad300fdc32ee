import type { Step } from '../../src/chat/flow.ts'
import type { TicketWish } from '../../src/domain/ticket/command.ts'
import type { TicketContext } from './on-ticket.ts'

/** Orders one thing of the ticket at hand, and says privately that it was done. */
export const order = ({ ticket }: TicketContext, wish: TicketWish, saying: string): Step => ({
  kind: 'order',
  orders: [{ item: ticket.id, wish }],
  saying,
})
