import type { OpenEvent } from '../domain/ticket/customer-event.ts'
import type { Speech } from './reading.ts'

/** How words were said: as a verdict on another ticket's request, as what is about another ticket, or as nothing but words. */
export const messageLine = (
  { t: { lines }, actor }: Speech,
  event: Extract<OpenEvent, { readonly type: 'ticket.message_added' }>,
): string => {
  const { decided, apartAs } = event
  if (decided !== undefined) return lines.verdictOn(actor(event), decided.verdict, decided.ticket)
  return apartAs === undefined ? lines.messageAdded(actor(event)) : lines.apartAs(actor(event), apartAs)
}
