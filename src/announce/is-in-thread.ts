import { actorId, type TicketEventOf } from '../domain/ticket/event.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'

/** Said where the reporter is told: in the thread of their report, or by themselves in the same conversation. */
export const isInThread = (
  event: TicketEventOf<'ticket.customer_answered'>,
  { message: report, reporter }: Ticket,
): boolean => {
  const { message } = event
  if (message === undefined || message.conversation !== report?.conversation) return false
  return message.thread === report.message || actorId(event) === reporter
}
