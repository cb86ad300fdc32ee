import type { Bar, Button } from '../chat/card.ts'
import type { Row } from '../domain/item/reading.ts'
import { customerTicket } from '../domain/ticket/customer-ticket.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type ButtonName, button } from './buttons.ts'
import { clockBars } from './promise-blocks.ts'
import { type Reading, type Speech, speak } from './reading.ts'

const left = ({ budget, used }: Bar): number => budget - used

/** A page stands for hours: it says when a promise runs out, never how long that still is. */
const due = (bar: Bar | undefined, { t, dated }: Speech): string => {
  const words = t.home
  if (bar === undefined) return words.none
  if (bar.dueAt === undefined) return bar.state === 'paused' ? words.paused : words.none
  return (bar.state === 'breached' ? words.missed : words.due)(dated(bar.dueAt), bar.label)
}

/** How a ticket stands, in the fields both parties may see, and until when the next promise is to be kept. */
export const homeRow = (
  row: Row,
  reading: Reading,
  { owner, act }: { readonly owner: boolean; readonly act: ButtonName },
): { readonly cells: readonly string[]; readonly button: Button } => {
  // A row's state is the ticket its projection was made from.
  const ticket = customerTicket(row.state as Ticket)
  const speech = speak(reading, ticket)
  const { t, name } = speech
  const [soonest] = clockBars(ticket, speech, reading.now).toSorted((one, other) => left(one) - left(other))
  return {
    cells: [
      row.id,
      ticket.title,
      t.ticket.statuses[ticket.status],
      t.ticket.priorities[ticket.priority],
      ...(owner ? [ticket.assignee === undefined ? t.common.nobody : name(ticket.assignee)] : []),
      due(soonest, speech),
    ],
    button: button(speech, { item: row.id, seen: row.seq }, act),
  }
}
