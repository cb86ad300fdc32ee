import type { Card } from '../chat/card.ts'
import type { Recorded } from '../domain/item/reading.ts'
import type { Side } from '../domain/people/directory.ts'
import { customerEvent } from '../domain/ticket/customer-event.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import { evolve } from '../domain/ticket/evolve.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type ButtonName, buttonRow } from './buttons.ts'
import { customerLine } from './customer-line.ts'
import type { Line } from './open-line.ts'
import { type Reading, type Speech, speak } from './reading.ts'
import { supplierLine } from './supplier-line.ts'

/** What one looks up beside the record: who heard of it, how the deadlines came about, what would come next. */
const lookUps: { readonly [side in Side]: readonly ButtonName[] } = {
  supplier: ['told', 'why', 'preview'],
  customer: ['told', 'why'],
}

/** What this audience reads of an event; undefined when it is not theirs to see. */
const lineFor = (event: TicketEvent, speech: Speech, { audience, directory }: Reading): Line | undefined => {
  if (audience === 'supplier') return supplierLine(event, speech)
  const seen = customerEvent(event, directory)
  return seen === undefined ? undefined : customerLine(seen, speech)
}

/** The record of a ticket in words: when, what by whom, and the status it led to (M2.2). The customer's lacks what is internal. */
export const historyCard = (id: string, log: readonly Recorded[], reading: Reading): Card => {
  // The log of a ticket holds the events of tickets.
  const events = log.map(({ event }) => event as TicketEvent)
  const [first] = events
  const speech = speak(reading, first?.type === 'ticket.reported' ? first : undefined)
  const { t, dated } = speech
  const texts = t.views.history
  let ticket: Ticket | undefined
  const rows = events.flatMap((event) => {
    ticket = evolve(ticket, event)
    const line = lineFor(event, speech, reading)
    if (line === undefined) return []
    const words = line.quote === undefined ? line.text : t.common.quoted(line.text, line.quote)
    const said = t.common.sentences([words, ...(line.files ?? []).map(({ label }) => `📎 ${label}`)])
    return [{ cells: [dated(event.at), said, t.ticket.statuses[ticket.status]] }]
  })
  const note = reading.audience === 'supplier' ? texts.chain(rows.length) : texts.shown
  return {
    title: texts.title(id),
    tone: 'neutral',
    blocks:
      rows.length === 0
        ? [{ type: 'text', text: texts.empty }]
        : [
            { type: 'table', columns: texts.columns, rows },
            { type: 'note', text: note },
          ],
    buttons: buttonRow(speech, { item: id, seen: log.at(-1)?.seq ?? 0 }, lookUps[reading.audience]),
    summary: texts.title(id),
  }
}
