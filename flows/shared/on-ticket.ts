import type { Context, Step } from '../../src/chat/flow.ts'
import type { Query } from '../../src/domain/item/reading.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { texts } from '../../src/text/texts.ts'
import { listed } from './listed.ts'
import { saysRefusal } from './says-refusal.ts'
import { showable } from './showable.ts'

/** A context in which the ticket is known. */
export type TicketContext = Context & { readonly ticket: Ticket; readonly seq: number }

/** The tickets a person chooses from when none was named: by default their own. */
const mine: Query = { list: 'mine' }

/**
 * A step about a ticket. When none is named the person gets those to choose from; nothing is guessed. One that may not be
 * shown where it was asked does not exist there.
 */
export const onTicket =
  <Rest extends readonly unknown[]>(
    step: (context: TicketContext, ...rest: Rest) => Step,
    choose: Query = mine,
  ) =>
  (context: Context, ...rest: Rest): Step => {
    const { ticket, seq } = context
    if (ticket === undefined || seq === undefined)
      return listed(context, texts(context.language).flows.whichTicket, choose)
    return showable(context, ticket.customer)
      ? step({ ...context, ticket, seq }, ...rest)
      : saysRefusal(context, { code: 'not_found' })
  }
