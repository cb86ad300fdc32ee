import type { Card } from '../chat/card.ts'
import { customerTicket } from '../domain/ticket/customer-ticket.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { button } from './buttons.ts'
import { customerCard } from './customer-card.ts'
import { type Reading, speak } from './reading.ts'
import { supplierCard } from './supplier-card.ts'

/** Whoever reads it alone and was alarmed has yet to say that they saw it. */
const owes = ({ escalations }: Ticket, { alone }: Reading): boolean =>
  alone !== undefined && escalations.some(({ waitingFor }) => waitingFor.includes(alone.id))

/** The card of somebody of the customer who was alarmed: that they are asked to say so comes first. */
const alarmed = (card: Card, ticket: Ticket, seq: number, reading: Reading): Card => {
  const speech = speak(reading, ticket)
  return {
    ...card,
    tone: 'alarm',
    blocks: [{ type: 'text', text: speech.t.notices.customer.acknowledge }, ...card.blocks],
    buttons: [button(speech, { item: ticket.id, seen: seq }, 'acknowledge_escalation'), ...card.buttons],
  }
}

/** The living card of a ticket as it stands, for the side that can see it. */
export const ticketCard = (ticket: Ticket, seq: number, reading: Reading): Card => {
  if (reading.audience === 'supplier') return supplierCard(ticket, seq, reading)
  const card = customerCard(customerTicket(ticket), seq, reading)
  return owes(ticket, reading) ? alarmed(card, ticket, seq, reading) : card
}
