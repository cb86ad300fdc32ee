import type { Card } from '../chat/card.ts'
import { agreementOf } from '../domain/ticket/clocks.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import { evolve } from '../domain/ticket/evolve.ts'
import { fire, type RungMoment } from '../domain/ticket/fire.ts'
import { moments } from '../domain/ticket/moments.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { rungName } from './agreed-words.ts'
import { type Reading, type Speech, speakOnCard } from './reading.ts'

/** The rungs a ticket would climb if nothing happened from now on: the ladder itself, run ahead on paper (RS.6d). */
const climbed = (ticket: Ticket, { directory }: Reading): readonly TicketEvent[] => {
  const agreement = agreementOf(directory, ticket)
  const events: TicketEvent[] = []
  let ahead = ticket
  // Each round fires at least one rung, and a rung fires once.
  for (let round = 0; round < agreement.policy.rungs.length; round += 1) {
    const rungs = moments(ahead, agreement).filter((one): one is RungMoment => one.kind === 'rung')
    const at = Math.min(...rungs.map((rung) => rung.at))
    if (!Number.isFinite(at)) break
    const due = rungs.filter((rung) => rung.at <= at)
    const fired = fire(ahead, due, { at, by: { kind: 'bot' } }, { directory })
    events.push(...fired)
    ahead = fired.reduce(evolve, ahead)
  }
  return events
}

const rowOf = (event: TicketEvent, speech: Speech): readonly string[] | undefined => {
  const { t, dated, name, names } = speech
  if (!('rung' in event) || !('passed' in event) || event.passed) return undefined
  const handed = event.type === 'ticket.escalated' ? event.handedTo : undefined
  const others = event.to.filter((id) => id !== handed)
  const whom = [
    ...(handed === undefined ? [] : [t.why.preview.handed(name(handed))]),
    ...(others.length === 0 ? [] : [names(others)]),
  ]
  const step = t.why.preview.step(rungName(speech, event), t.ticket.targets[event.target])
  return [dated(event.at), step, t.common.row(whom)]
}

/** Who would be told when, for this ticket as it stands. Nobody is told by looking. */
export const previewCard = (ticket: Ticket, reading: Reading): Card => {
  const speech = speakOnCard(reading, ticket)
  const words = speech.t.why.preview
  const rows = climbed(ticket, reading).flatMap((event) => {
    const cells = rowOf(event, speech)
    return cells === undefined ? [] : [{ cells }]
  })
  const title = words.title(ticket.id)
  return {
    title,
    tone: 'neutral',
    blocks:
      rows.length === 0
        ? [{ type: 'text', text: words.none }]
        : [
            { type: 'table', columns: words.columns, rows },
            {
              type: 'note',
              text: speech.t.common.sentences([words.note, speech.t.card.asOf(speech.zoned(reading.now))]),
            },
          ],
    buttons: [],
    summary: title,
  }
}
