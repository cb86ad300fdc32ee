import type { Bar, Card } from '../chat/card.ts'
import type { Row } from '../domain/item/reading.ts'
import { customerTicket, type OpenTicket } from '../domain/ticket/customer-ticket.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { button } from './buttons.ts'
import { clockBars } from './promise-blocks.ts'
import { type Reading, type Speech, speak } from './reading.ts'

/** A list is at most this long; the store gives the soonest due. */
const longest = 50

type Shown = { readonly row: Row; readonly ticket: OpenTicket }

const remaining = ({ budget, used }: Bar): number => budget - used

const soonest = ({ ticket }: Shown, speech: Speech, { now }: Reading): Bar | undefined =>
  clockBars(ticket, speech, now).toSorted((one, other) => remaining(one) - remaining(other))[0]

const timeLeft = (bar: Bar | undefined, { t, duration }: Speech): string => {
  const words = t.views.list
  if (bar === undefined) return words.none
  if (bar.state === 'paused') return words.paused
  return bar.state === 'breached'
    ? words.over(duration(-remaining(bar)), bar.label)
    : words.left(duration(remaining(bar)), bar.label)
}

/** Tickets in a row each, the one whose promise runs out first on top; those without a running promise last. */
export const listCard = (title: string, rows: readonly Row[], reading: Reading): Card => {
  const { t } = speak(reading)
  const { list } = t.views
  if (rows.length === 0)
    return {
      title,
      tone: 'neutral',
      blocks: [{ type: 'text', text: list.empty }],
      buttons: [],
      summary: list.empty,
    }
  const due = ({ index }: Row): number => index.dueAt ?? Number.POSITIVE_INFINITY
  const drawn = rows
    .toSorted((one, other) => (due(one) === due(other) ? 0 : due(one) - due(other)))
    .map((row) => {
      // A row's state is the ticket its projection was made from.
      const ticket = customerTicket(row.state as Ticket)
      const speech = speak(reading, ticket)
      const cells = [
        row.id,
        ticket.title,
        t.ticket.statuses[ticket.status],
        t.ticket.priorities[ticket.priority],
        ticket.assignee === undefined ? t.common.nobody : speech.name(ticket.assignee),
        timeLeft(soonest({ row, ticket }, speech, reading), speech),
      ]
      return { cells, button: button(speech, { item: row.id, seen: row.seq }, 'status') }
    })
  return {
    title,
    tone: 'neutral',
    blocks: [
      { type: 'table', columns: list.columns, rows: drawn },
      ...(rows.length < longest ? [] : [{ type: 'note', text: list.more } as const]),
    ],
    buttons: [],
    summary: list.summary(title, rows.length),
  }
}
