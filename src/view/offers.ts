import { type Button, buttonsOf, type Press } from '../chat/card.ts'
import { presentName } from '../chat/former-names.ts'
import { isOpen } from '../domain/ticket/clocks.ts'
import { ownerOf } from '../domain/ticket/permission.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type ButtonName, buttonRow } from './buttons.ts'
import { supplierMay } from './may-press.ts'
import { type Reading, speak } from './reading.ts'
import { ticketCard } from './ticket-card.ts'

/** What a press does: the same on every drawing, also on one of an earlier version. */
export const actOf = ({ flow, choice }: Press): string =>
  choice === undefined ? presentName(flow) : `${presentName(flow)}:${choice}`

const lookUps: readonly string[] = ['status', 'history', 'told', 'why', 'preview']

/** Looking something up changes nothing, so it is never out of date. */
export const isLookUpFlow = (flow: string): boolean => lookUps.includes(flow)
export const isLookUp = ({ press }: Button): boolean => isLookUpFlow(press.flow)

/** What can be done although the card does not offer it: some notices do. */
const besideCard = (ticket: Ticket, reading: Reading): readonly ButtonName[] => {
  const waiting: readonly ButtonName[] = ticket.escalations.length > 0 ? ['acknowledge_escalation'] : []
  const work: readonly ButtonName[] = ['update', 'note', 'mark_duplicate', 'mark_out_of_scope']
  const taking: readonly ButtonName[] =
    isOpen(ticket) && ownerOf(reading.directory, ticket) === undefined ? ['claim_listed'] : []
  const inside: readonly ButtonName[] = [
    ...taking,
    ...(isOpen(ticket) ? work : []),
    ...(isOpen(ticket) || ticket.status === 'resolved' ? (['contact'] as const) : []),
  ]
  const { splitOff = [], duplicates } = ticket
  const together: readonly ButtonName[] =
    isOpen(ticket) && splitOff.some((id) => !duplicates.includes(id)) ? ['mark_duplicate_of_origin'] : []
  const names = [...waiting, ...(reading.audience === 'supplier' ? inside : together)]
  return names.filter((name) => supplierMay(name, ticket, reading))
}

/** Everything that can be done on a ticket as it stands, by whoever reads it there. */
export const offers = (ticket: Ticket, seq: number, reading: Reading): ReadonlySet<string> => {
  const shown = buttonsOf(ticketCard(ticket, seq, reading))
  const beside = buttonRow(speak(reading), { item: ticket.id, seen: seq }, besideCard(ticket, reading))
  return new Set([...shown, ...beside].map(({ press }) => actOf(press)))
}
