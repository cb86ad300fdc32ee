import type { Context, Step } from '../../src/chat/flow.ts'
import type { InHand } from '../../src/chat/in-hand.ts'
import type { Query } from '../../src/domain/item/reading.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { texts } from '../../src/text/texts.ts'
import { offered } from './offered.ts'
import { saysRefusal } from './says-refusal.ts'
import { showable } from './showable.ts'

/** A context in which the item is known. */
export type ItemContext = Context & { readonly item: InHand }

/** A context in which the ticket is known. */
export type TicketContext = ItemContext & { readonly ticket: Ticket; readonly seq: number }

/** The tickets a person chooses from when none was named: by default their own. */
const mine: Query = { kind: 'ticket', list: 'mine' }

/**
 * A step about an item of any kind. When none is named the person gets their tickets to choose from; nothing is guessed. One
 * that may not be shown where it was asked does not exist there.
 */
export const onItem =
  <Rest extends readonly unknown[]>(
    step: (context: ItemContext, ...rest: Rest) => Step,
    choose: Query = mine,
  ) =>
  (context: Context, ...rest: Rest): Step => {
    const { item } = context
    if (item === undefined) return offered(context, texts(context.language).flows.whichTicket, choose)
    return showable(context, item.customer)
      ? step({ ...context, item }, ...rest)
      : saysRefusal(context, { code: 'not_found' })
  }

/** A step about a ticket; see `onItem`. */
export const onTicket = <Rest extends readonly unknown[]>(
  step: (context: TicketContext, ...rest: Rest) => Step,
  choose: Query = mine,
) =>
  onItem((context, ...rest: Rest) => {
    const { ticket, seq } = context
    return ticket === undefined || seq === undefined
      ? saysRefusal(context, { code: 'not_found' })
      : step({ ...context, ticket, seq }, ...rest)
  }, choose)
