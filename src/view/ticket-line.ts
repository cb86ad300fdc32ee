import type { Bar } from '../chat/card.ts'
import type { Line } from '../chat/line.ts'
import type { Reading } from '../chat/reading.ts'
import type { Person } from '../domain/people/directory.ts'
import { isOpen } from '../domain/ticket/clocks.ts'
import { customerTicket } from '../domain/ticket/customer-ticket.ts'
import { ownerOf } from '../domain/ticket/permission.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { button } from './buttons.ts'
import { nextSentence } from './next-sentence.ts'
import { priorityTag } from './priority-tag.ts'
import { clockBars } from './promise-blocks.ts'
import { type Speech, speakOnCard } from './reading.ts'
import { standingWords } from './status-word.ts'
import { ticketToDo } from './ticket-to-do.ts'

const remaining = ({ budget, used }: Bar): number => budget - used

/** A list may stand for hours: it says when a promise runs out, never how long that still is. */
const dueOn = (bar: Bar | undefined, { t, moment }: Speech): string => {
  const words = t.home
  if (bar === undefined) return words.none
  if (bar.dueAt === undefined) return bar.state === 'paused' ? words.paused : words.none
  return (bar.state === 'breached' ? words.missed : words.due)(moment(bar.dueAt), bar.label)
}

/** A ticket as a row of a list, in the fields both parties may see; what is the supplier's alone only for their eyes. */
export const ticketLine = (whole: Ticket, seq: number, reading: Reading, person: Person): Line => {
  const ticket = customerTicket(whole)
  // Whoever the row is of: the list names the reader's zone once, or not at all.
  const speech = speakOnCard({ ...reading, alone: person }, ticket)
  const { t, name, names } = speech
  const drawn = { item: ticket.id, seen: seq }
  const [soonest] = clockBars(ticket, speech, reading.now).toSorted(
    (one, other) => remaining(one) - remaining(other),
  )
  const toDo = ticketToDo(whole, person, reading)
  const [only] = toDo
  const next = nextSentence(whole, reading)
  const isToTake =
    reading.audience === 'supplier' && isOpen(whole) && ownerOf(reading.directory, whole) === undefined
  const owing =
    reading.audience === 'supplier' ? whole.escalations.flatMap(({ waitingFor }) => waitingFor) : []
  return {
    title: ticket.title,
    status: standingWords(speech, ticket),
    tag: priorityTag(speech, ticket.priority),
    owner: ticket.assignee === undefined ? t.common.nobody : name(ticket.assignee),
    due: dueOn(soonest, speech),
    ...(next === undefined ? {} : { next }),
    act: button(
      speech,
      drawn,
      toDo.length === 1 && only !== undefined ? only.act : isToTake ? 'claim_listed' : 'status',
    ),
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
