import type { Context } from '../../chat/flow.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'

/** What may be looked at where the ticket is known. */
export type OfTicket = Context & { readonly ticket: Ticket; readonly seq: number }

/** Whether the ticket is known: it exists, and the speaker may see it. */
export const isOfTicket = (context: Context): context is OfTicket =>
  context.ticket !== undefined && context.seq !== undefined
