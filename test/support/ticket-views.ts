import type { InHand } from '../../src/chat/in-hand.ts'
import type { ListedRow } from '../../src/chat/line.ts'
import type { Reading } from '../../src/chat/reading.ts'
import type { Index } from '../../src/domain/item/reading.ts'
import type { Person } from '../../src/domain/people/directory.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { inHand, listedRows } from '../../src/work/in-hand.ts'
import { kinds } from '../../src/work/kinds.ts'

/** A ticket as the row of a list that this person reads; anybody of the reading's side unless told otherwise. */
export const ticketRow = (
  state: Ticket,
  seq: number,
  reading: Reading,
  {
    index = { supplier: state.supplier, customer: state.customer, open: true, status: state.status },
    person = Object.values(reading.directory.people).find(({ side }) => side === reading.audience),
  }: { readonly index?: Index; readonly person?: Person | undefined } = {},
): ListedRow => {
  const row = { id: state.id, kind: 'ticket', seq, index, state }
  const [listed] = person === undefined ? [] : listedRows(kinds, [row], reading, person)
  if (listed === undefined) throw new Error(`nobody reads ${state.id}`)
  return listed
}

/** A ticket as a conversation has it in hand. */
export const ticketInHand = (state: Ticket, seq: number): InHand => {
  const { id, supplier } = state
  const hand = inHand(kinds, { id, kind: 'ticket', supplier, seq, head: '', version: 0, state })
  if (hand === undefined) throw new Error('tickets are known')
  return hand
}
