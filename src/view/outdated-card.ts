import type { Card } from '../chat/card.ts'
import { customerTicket } from '../domain/ticket/customer-ticket.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { actOf, isLookUp, offers } from './offers.ts'
import { type Reading, speak } from './reading.ts'

/** A notice as it reads now, and what of it can still be done, in its order. */
type Outdated = { readonly card: Card; readonly acts: readonly string[] }

/** What a notice offers to do, look-ups apart. */
export const actsOf = ({ buttons }: Pick<Card, 'buttons'>): readonly string[] =>
  buttons.flatMap((button) => (isLookUp(button) ? [] : [actOf(button.press)]))

/**
 * A notice after its ticket moved: what it said stands, what it offered to do is taken away where it cannot be done any
 * more, and a note says how the ticket stood then.
 */
export const outdatedCard = (said: Card, ticket: Ticket, seq: number, reading: Reading): Outdated => {
  const offered = offers(ticket, seq, reading)
  const buttons = said.buttons.filter((button) => isLookUp(button) || offered.has(actOf(button.press)))
  const acts = actsOf({ buttons })
  if (buttons.length === said.buttons.length) return { card: said, acts }
  const { t, name, dated } = speak(reading, ticket)
  const { status, assignee } = customerTicket(ticket)
  const { stands } = t.notices
  const note = stands(dated(reading.now), t.ticket.statuses[status], assignee && name(assignee))
  return { card: { ...said, buttons, blocks: [...said.blocks, { type: 'note', text: note }] }, acts }
}
