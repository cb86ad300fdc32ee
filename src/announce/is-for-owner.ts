import type { TicketEventOf } from '../domain/ticket/event.ts'

/** Whether words are something to see to for who has the ticket: a customer's, and about this one. */
export const isForOwner = ({ by, apartAs }: TicketEventOf<'ticket.message_added'>): boolean =>
  by.kind === 'person' && by.side === 'customer' && apartAs === undefined
