import type { Block, Card } from '../chat/card.ts'
import { isAbandoned, isAskedGone, ownerOf } from '../domain/ticket/permission.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { rungOfTarget } from './agreed-words.ts'
import { type ButtonName, buttonRow, otherWork } from './buttons.ts'
import { supplierMay } from './may-press.ts'
import { standing } from './next-sentence.ts'
import { priorityTag } from './priority-tag.ts'
import { clockBars } from './promise-blocks.ts'
import { quotedFile } from './quoted-file.ts'
import { type Reading, type Speech, speakOnCard } from './reading.ts'
import { standingWords } from './status-word.ts'
import { stamp, ticketDetails } from './ticket-details.ts'
import { ticketFacts, ticketTone } from './ticket-facts.ts'
import { ticketStory } from './ticket-story.ts'

/** What the supplier's people can do now. Whether one of several readers may is checked at the press. */
const names = (ticket: Ticket, { directory }: Pick<Reading, 'directory'>): readonly ButtonName[] => {
  const { status, resolution, ask } = ticket
  // Whoever had it left, or it was begun anew: it is there to be taken.
  const taking: readonly ButtonName[] = ownerOf(directory, ticket) === undefined ? ['claim'] : []
  const asking: readonly ButtonName[] = ask === undefined || isAskedGone(directory, ticket) ? ['ask'] : []
  switch (status) {
    case 'new':
      return ['claim', 'reassign']
    case 'in_progress':
      return [...taking, 'update', ...asking, 'resolve', 'note', 'reassign']
    case 'on_hold':
      return [...taking, 'update', ...asking, 'resolve', 'note', 'reassign']
    case 'resolved':
      if (resolution?.consent !== undefined) return ['close', 'note']
      return isAbandoned(directory, ticket) ? ['note', 'mark_out_of_scope'] : ['note']
    case 'closed':
      return ['reopen', 'note']
    case 'cancelled':
      return ['note']
  }
}

/** What they can do besides, and look up. */
const rarely = (ticket: Ticket): readonly ButtonName[] => {
  const { status } = ticket
  const lookUps: readonly ButtonName[] = ['history', 'why', 'told']
  if (status === 'new')
    return [
      'assess',
      'classify',
      ...otherWork(ticket),
      'mark_duplicate',
      'split',
      'mark_out_of_scope',
      'escalate',
      ...lookUps,
      'preview',
    ]
  if (status === 'in_progress' || status === 'on_hold')
    return ['assess', ...otherWork(ticket), 'split', 'escalate', ...lookUps, 'preview']
  return status === 'resolved' ? ['split', ...lookUps] : lookUps
}

const escalations = ({ escalations: open }: Ticket, speech: Speech): readonly Block[] =>
  open.map((escalation) => ({
    type: 'text',
    text: speech.t.card.escalated(rungOfTarget(speech, escalation), speech.names(escalation.waitingFor)),
  }))

/** The report's own words where the title does not hold them all, and its files. */
const saidAtFirst = ({ text, title, files = [] }: Ticket): readonly Block[] =>
  text.trim() === title && files.length === 0
    ? []
    : [{ type: 'quote', text, ...(files.length === 0 ? {} : { files: files.map(quotedFile) }) }]

/** The living card in the engineers' room: everything the customer sees, whose queue it is in, and who must still acknowledge. */
export const supplierCard = (ticket: Ticket, seq: number, reading: Reading): Card => {
  const speech = speakOnCard(reading, ticket)
  const { t, name } = speech
  const { assignee, dispatchedTo } = ticket
  const drawn = { item: ticket.id, seen: seq }
  const queue = dispatchedTo === undefined ? t.card.nobodyYet : t.card.queueOf(name(dispatchedTo))
  const owner = assignee === undefined ? queue : name(assignee)
  const acknowledge: readonly ButtonName[] = ticket.escalations.length === 0 ? [] : ['acknowledge_escalation']
  const can: readonly ButtonName[] = [...acknowledge, ...names(ticket, reading)]
  const may = (name: ButtonName): boolean => supplierMay(name, ticket, reading)
  const status = standingWords(speech, ticket)
  return {
    title: t.card.title(ticket.id, ticket.title),
    state: {
      tag: priorityTag(speech, ticket.priority),
      text: standing(ticket, status, owner, reading),
    },
    tone: ticketTone(ticket),
    blocks: [...saidAtFirst(ticket), ...escalations(ticket, speech), ...ticketStory(ticket, speech)],
    buttons: buttonRow(speech, drawn, can.filter(may)),
    below: [
      ...clockBars(ticket, speech, reading.now),
      stamp(speech, reading),
      ticketDetails(speech, drawn, [ticketFacts(ticket, owner, speech)], rarely(ticket).filter(may)),
    ],
    summary: t.card.summary(ticket.id, ticket.title, status, t.ticket.priorities[ticket.priority]),
  }
}
