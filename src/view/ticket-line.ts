import type { Bar } from '../chat/card.ts'
import type { Line } from '../chat/line.ts'
import type { Reading } from '../chat/reading.ts'
import type { Person } from '../domain/people/directory.ts'
import { customerTicket } from '../domain/ticket/customer-ticket.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { button } from './buttons.ts'
import { nextSentence } from './next-sentence.ts'
import { clockBars } from './promise-blocks.ts'
import { type Speech, speak } from './reading.ts'
import { statusWord } from './status-word.ts'
import { ticketToDo } from './ticket-to-do.ts'

const remaining = ({ budget, used }: Bar): number => budget - used

const timeLeft = (bar: Bar | undefined, { t, duration }: Speech): string => {
  const words = t.views.list
  if (bar === undefined) return words.none
  if (bar.state === 'paused') return words.paused
  return bar.state === 'breached'
    ? words.over(duration(-remaining(bar)), bar.label)
    : words.left(duration(remaining(bar)), bar.label)
}

/** A page stands for hours: it says when a promise runs out, never how long that still is. */
const dueOn = (bar: Bar | undefined, { t, dated }: Speech): string => {
  const words = t.home
  if (bar === undefined) return words.none
  if (bar.dueAt === undefined) return bar.state === 'paused' ? words.paused : words.none
  return (bar.state === 'breached' ? words.missed : words.due)(dated(bar.dueAt), bar.label)
}

/** A ticket as a row of a list, in the fields both parties may see; what is the supplier's alone only for their eyes. */
export const ticketLine = (whole: Ticket, seq: number, reading: Reading, person: Person): Line => {
  const ticket = customerTicket(whole)
  const speech = speak(reading, ticket)
  const { t, name, names } = speech
  const drawn = { item: ticket.id, seen: seq }
  const [soonest] = clockBars(ticket, speech, reading.now).toSorted(
    (one, other) => remaining(one) - remaining(other),
  )
  const toDo = ticketToDo(whole, person, reading)
  const [only] = toDo
  const next = nextSentence(whole, reading)
  const owing =
    reading.audience === 'supplier' ? whole.escalations.flatMap(({ waitingFor }) => waitingFor) : []
  return {
    title: ticket.title,
    status: statusWord(speech, ticket),
    priority: t.ticket.priorities[ticket.priority],
    owner: ticket.assignee === undefined ? t.common.nobody : name(ticket.assignee),
    left: timeLeft(soonest, speech),
    // Whoever the row is of: the page names the reader's zone once.
    due: dueOn(soonest, { ...speech, dated: speak(reading).dated }),
    ...(next === undefined ? {} : { next }),
    show: button(speech, drawn, 'status'),
    take: button(speech, drawn, 'claim'),
    ...(only === undefined
      ? {}
      : {
          toDo: {
            text: t.common.sentences(toDo.map(({ text }) => text)),
            button: button(speech, drawn, toDo.length === 1 ? only.act : 'status'),
          },
        }),
    ...(owing.length === 0 ? {} : { owing: names([...new Set(owing)]) }),
    ...(ticket.status === 'closed' && ticket.closedAt !== undefined ? { closedAt: ticket.closedAt } : {}),
  }
}
