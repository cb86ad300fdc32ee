import { announce } from '../../../src/announce/announce.ts'
import type { Card } from '../../../src/chat/card.ts'
import type { Told } from '../../../src/domain/item/reading.ts'
import type { Directory } from '../../../src/domain/people/directory.ts'
import type { Language, Side } from '../../../src/domain/people/sides.ts'
import type { TicketEvent, TicketEventType } from '../../../src/domain/ticket/event.ts'
import { channelsCard } from '../../../src/view/channels-card.ts'
import { dutyCard } from '../../../src/view/duty-card.ts'
import { helpCard } from '../../../src/view/help-card.ts'
import { historyCard } from '../../../src/view/history-card.ts'
import { levelsCard } from '../../../src/view/levels-card.ts'
import { rowsCard } from '../../../src/view/list-card.ts'
import { previewCard } from '../../../src/view/preview-card.ts'
import type { Reading } from '../../../src/view/reading.ts'
import { ticketCard } from '../../../src/view/ticket-card.ts'
import { toldCard } from '../../../src/view/told-card.ts'
import { whyCard } from '../../../src/view/why-card.ts'
import { lives, occasionsOf } from '../../announce/lives.ts'
import { ticketInHand, ticketRow } from '../../support/ticket-views.ts'
import { agreement } from '../../ticket/world.ts'

export type Named = { readonly name: string; readonly card: Card }

const toldOf = (seq: number, owedAt: number, why: string): readonly Told[] => [
  {
    about: 'ticket.reported',
    seq,
    owedAt,
    side: 'customer',
    role: 'reporter',
    status: 'sent',
    settledAt: owedAt,
    platform: 'slack',
  },
  {
    about: 'ticket.reported',
    seq,
    owedAt,
    side: 'supplier',
    role: 'room',
    room: 'engineers',
    status: 'owed',
  },
  {
    about: 'ticket.breached',
    seq,
    owedAt,
    side: 'supplier',
    role: 'team_lead',
    person: 'chen',
    status: 'failed',
    why,
  },
]

/** The event after which each living card differs most from the one before. */
const turns: readonly TicketEventType[] = [
  'ticket.reported',
  'ticket.acknowledged',
  'ticket.downgrade_proposed',
  'ticket.merge_proposed',
  'ticket.ask_delivered',
  'ticket.breached',
  'ticket.resolved',
  'ticket.solution_confirmed',
  'ticket.closed',
  'ticket.rated',
  'ticket.cancelled',
]

/** Every view of a ticket right after its turns, as one side reads it. */
export const viewsOf = (
  logs: readonly (readonly TicketEvent[])[],
  directory: Directory,
  language: Language,
  audience: Side,
): readonly Named[] =>
  logs.flatMap((log) => {
    const occasions = occasionsOf(log, directory)
    return turns.flatMap((type) => {
      const occasion = occasions.findLast(({ event }) => event.type === type)
      if (occasion === undefined) return []
      const { after: ticket, seq, now } = occasion
      const reading: Reading = { language, zone: 'Asia/Shanghai', now, directory, audience }
      const recorded = log.slice(0, seq).map((event, index) => ({ seq: index + 1, hash: '', event }))
      const cards: { readonly [view: string]: Card } = {
        ticket: ticketCard(ticket, seq, reading),
        history: historyCard(ticket.id, recorded, reading),
        why: whyCard(ticket, recorded, reading),
        list: rowsCard('HX', [ticketRow(ticket, seq, reading)], reading),
        told: toldCard(ticketInHand(ticket, seq), toldOf(seq, now, ticket.text), reading),
      }
      return Object.entries(cards).map(([view, card]) => ({ name: `${view} after ${type}`, card }))
    })
  })

/** What a person looks up that is about no turn of a ticket. */
export const lookUps = (directory: Directory, language: Language): readonly Named[] => {
  const [log = []] = lives(directory)
  const [{ after, now }] = occasionsOf(log, directory) as [ReturnType<typeof occasionsOf>[number]]
  const reading: Reading = { language, zone: 'Asia/Shanghai', now, directory, audience: 'supplier' }
  return [
    { name: 'levels', card: levelsCard(agreement, reading) },
    { name: 'channels', card: channelsCard(agreement, reading) },
    { name: 'duty', card: dutyCard(directory, 'yunheng', reading) },
    { name: 'preview', card: previewCard(after, reading) },
    {
      name: 'help',
      card: helpCard(
        { lines: ['claim HX-7', 'note: rebooted it'], waiting: [], acts: [], groups: ['start', 'look'] },
        reading,
      ),
    },
    { name: 'empty list', card: rowsCard('…', [], reading) },
    { name: 'nobody told', card: toldCard({ ...ticketInHand(after, 1), id: 'HX-1' }, [], reading) },
  ]
}

/** Every notice of these lives, the first time each thing happens. */
export const noticesOf = (
  logs: readonly (readonly TicketEvent[])[],
  directory: Directory,
): readonly (Named & { readonly side: Side })[] =>
  logs.flatMap((log) => {
    const told = new Set<TicketEventType>()
    return occasionsOf(log, directory).flatMap((occasion) => {
      if (told.has(occasion.event.type)) return []
      told.add(occasion.event.type)
      return announce(occasion).map(({ to, side, card }) => {
        const place = to.kind === 'person' ? to.person : to.kind === 'room' ? to.room : to.kind
        return { name: `${occasion.event.type} → ${place}`, side, card }
      })
    })
  })
