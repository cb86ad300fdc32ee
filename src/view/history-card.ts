import type { Card } from '../chat/card.ts'
import { isEventOf } from '../domain/item/kinds.ts'
import type { Recorded } from '../domain/item/reading.ts'
import type { Side } from '../domain/people/sides.ts'
import { customerEvent } from '../domain/ticket/customer-event.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import { evolve } from '../domain/ticket/evolve.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type ButtonName, buttonRow } from './buttons.ts'
import { customerLine } from './customer-line.ts'
import type { Line } from './open-line.ts'
import { type Reading, type Speech, speakOnCard } from './reading.ts'
import { statusWord } from './status-word.ts'
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

/**
 * The record of a ticket in words: when, what by whom, and the status it led to (M2.2). The customer's lacks what is internal.
 * `badSeq`: the log was found changed from there on, so only what stands before it is shown, and neither party is told that
 * it is the record.
 */
export const historyCard = (
  id: string,
  log: readonly Recorded[],
  reading: Reading,
  badSeq?: number,
): Card => {
  // The log of a ticket holds the events of tickets; what was changed by hand may hold anything.
  const events = log
    .filter(({ seq }) => badSeq === undefined || seq < badSeq)
    .flatMap(({ event }) => (isEventOf('ticket', event) ? [event] : []))
  const [first] = events
  const speech = speakOnCard(reading, first?.type === 'ticket.reported' ? first : undefined)
  const { t, dated, zoned } = speech
  const texts = t.views.history
  let ticket: Ticket | undefined
  const rows = events.flatMap((event) => {
    ticket = evolve(ticket, event)
    const line = lineFor(event, speech, reading)
    if (line === undefined) return []
    const words = line.quote === undefined ? line.text : t.common.quoted(line.text, line.quote)
    const said = t.common.sentences([words, ...(line.files ?? []).map(({ label }) => `📎 ${label}`)])
    return [{ cells: [dated(event.at), said, statusWord(speech, ticket)] }]
  })
  const whole = reading.audience === 'supplier' ? texts.chain(rows.length) : texts.shown
  const broken = reading.audience === 'supplier' ? texts.broken(id, badSeq ?? 0) : texts.brokenForCustomer
  const noted = { type: 'note', text: badSeq === undefined ? whole : broken } as const
  return {
    title: texts.title(id),
    tone: badSeq === undefined ? 'neutral' : 'alarm',
    blocks:
      rows.length === 0
        ? [badSeq === undefined ? { type: 'text', text: texts.empty } : noted]
        : [
            { type: 'table', columns: texts.columns, rows },
            { ...noted, text: t.common.sentences([noted.text, t.card.asOf(zoned(reading.now))]) },
          ],
    buttons: buttonRow(speech, { item: id, seen: log.at(-1)?.seq ?? 0 }, lookUps[reading.audience]),
    summary: texts.title(id),
  }
}
