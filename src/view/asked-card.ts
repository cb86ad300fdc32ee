import { type Card, card } from '../chat/card.ts'
import type { Recorded } from '../domain/item/reading.ts'
import { peopleInCharge } from '../domain/people/in-charge.ts'
import { isOpen } from '../domain/ticket/clocks.ts'
import { askedNow, consenters } from '../domain/ticket/permission.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { About } from '../domain/words/senses/asked-of.ts'
import { clockBar } from './promise-blocks.ts'
import { type Reading, type Speech, speakOnCard } from './reading.ts'
import { statusWord } from './status-word.ts'
import { ticketCard } from './ticket-card.ts'

type Asked = Reading & { readonly ticket: Ticket; readonly seq: number }

/** Who has it. */
const who = ({ id, assignee, dispatchedTo }: Ticket, { t, name }: Speech): string => {
  if (assignee !== undefined) return t.asked.has(id, name(assignee))
  return dispatchedTo === undefined ? t.asked.nobodyYet(id) : t.asked.queued(id, name(dispatchedTo))
}

/** By when it will be solved, and, before anybody took it, answered. */
const when = (ticket: Ticket, speech: Speech, now: number): string => {
  const { t, dated, once } = speech
  const { asked, common } = t
  const [response, resolution] = (['response', 'resolution'] as const).map((target) =>
    clockBar(ticket, target, speech, now),
  )
  if (resolution === undefined || resolution.state === 'paused') return ''
  if (resolution.dueAt === undefined) return asked.noTime
  const solved = (resolution.state === 'breached' ? asked.wasDue : asked.solves)(once(resolution.dueAt))
  const answered =
    response?.dueAt === undefined || response.state === 'breached'
      ? ''
      : asked.responds(dated(response.dueAt))
  return common.sentences([answered, solved])
}

/** Who has it, and by when it will be solved. */
export const whoAndWhen = (ticket: Ticket, speech: Speech, now: number): string =>
  speech.t.common.sentences([who(ticket, speech), when(ticket, speech, now)])

/** What it waits for, or how it ended. */
const stands = (ticket: Ticket, speech: Speech, { directory }: Reading): string => {
  const { t, anyOf, name, once, agreement } = speech
  const { id, ask, resolution, status, closedAt } = ticket
  if (ask !== undefined)
    return t.common.sentences([
      t.card.stillAwaited(anyOf(askedNow(directory, ticket)), ask.kind),
      ask.deliveredAt === undefined ? '' : t.asked.paused,
    ])
  if (status === 'resolved' && resolution !== undefined)
    return t.common.sentences([
      t.asked.proposed(id, name(resolution.by)),
      resolution.consent === undefined
        ? t.asked.consent(anyOf(consenters(directory, ticket)))
        : t.asked.confirmation(anyOf(agreement === undefined ? [] : peopleInCharge(directory, agreement))),
    ])
  const at = closedAt ?? ticket.cancelled?.at
  if (isOpen(ticket)) return ''
  return at === undefined
    ? t.asked.ended(id, statusWord(speech, ticket))
    : t.asked.endedAt(id, statusWord(speech, ticket), once(at))
}

/** What both parties last read of the work in an engineer's own words. */
const lastHeard = (log: readonly Recorded[], { t, name, dated }: Speech): Card['blocks'] => {
  const last = log.findLast(({ event }) => event.type === 'ticket.progress_reported')?.event
  if (last === undefined || !('text' in last) || typeof last.text !== 'string' || last.by.kind !== 'person')
    return []
  return [
    { type: 'text', text: t.asked.lastHeard(name(last.by.id), dated(last.at)) },
    { type: 'quote', text: last.text },
  ]
}

/**
 * The answer to what somebody asked of a ticket, first what they asked for, in as many sentences as it takes; with what can be
 * done. `note`: what became of the question itself.
 */
export const askedCard = (
  { ticket, seq, ...reading }: Asked,
  about: About,
  log: readonly Recorded[],
  note = '',
): Card => {
  const speech = speakOnCard(reading, ticket)
  const { t } = speech
  const waits = stands(ticket, speech, reading)
  const open = isOpen(ticket)
  const parts = {
    who: open ? who(ticket, speech) : '',
    when: open ? when(ticket, speech, reading.now) : '',
  }
  const order = about === 'when' ? [parts.when, waits, parts.who] : [parts.who, waits, parts.when]
  const saying = t.common.sentences(order)
  return card({
    summary: saying,
    title: t.card.title(ticket.id, ticket.title),
    blocks: [
      { type: 'text', text: saying },
      ...(open ? lastHeard(log, speech) : []),
      ...(note === '' ? [] : [{ type: 'note', text: note } as const]),
    ],
    buttons: ticketCard(ticket, seq, reading).buttons,
  })
}
