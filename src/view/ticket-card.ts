import type { Card } from '../chat/card.ts'
import { customerTicket } from '../domain/ticket/customer-ticket.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { customerCard } from './customer-card.ts'
import type { Reading } from './reading.ts'
import { supplierCard } from './supplier-card.ts'

/** The living card of a ticket as it stands, for the side that can see it. */
export const ticketCard = (ticket: Ticket, seq: number, reading: Reading): Card =>
  reading.audience === 'customer'
    ? customerCard(customerTicket(ticket), seq, reading)
    : supplierCard(ticket, seq, reading)
