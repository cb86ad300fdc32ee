import { describe, expect, it } from 'vitest'
import type { Card } from '../../src/chat/card.ts'
import type { Recorded, Told } from '../../src/domain/item/reading.ts'
import type { Side } from '../../src/domain/people/sides.ts'
import type { TicketEvent, TicketEventType } from '../../src/domain/ticket/event.ts'
import { channelsCard } from '../../src/view/channels-card.ts'
import { dutyCard } from '../../src/view/duty-card.ts'
import { historyCard } from '../../src/view/history-card.ts'
import { levelsCard } from '../../src/view/levels-card.ts'
import { rowsCard } from '../../src/view/list-card.ts'
import { previewCard } from '../../src/view/preview-card.ts'
import type { Reading } from '../../src/view/reading.ts'
import { ticketCard } from '../../src/view/ticket-card.ts'
import { toldCard } from '../../src/view/told-card.ts'
import { whyCard } from '../../src/view/why-card.ts'
import { lives, occasionsOf } from '../announce/lives.ts'
import { directoryIn } from '../announce/worlds.ts'
import { ticketInHand, ticketRow } from '../support/ticket-views.ts'
import { agreement } from '../ticket/world.ts'
import { draw } from './draw.ts'

const languages = ['en', 'zh-CN'] as const

const recorded = (log: readonly TicketEvent[]): readonly Recorded[] =>
  log.map((event, index) => ({ seq: index + 1, hash: '', event }))

const drawn = (cards: { readonly [name: string]: Card }): string =>
  Object.entries(cards)
    .map(([name, card]) => `## ${name}\n${draw(card)}\n`)
    .join('\n')

describe.each(languages)('the main cards read well (%s)', (language) => {
  const directory = directoryIn(language)
  const [log = []] = lives(directory)
  const occasions = occasionsOf(log, directory)
  /** The moment right after the last event of a type. */
  const momentOf = (type: TicketEventType) => {
    const found = occasions.findLast(({ event }) => event.type === type)
    if (found === undefined) throw new Error(`${type} never happened`)
    return found
  }
  const reading = (now: number, audience: Side = 'supplier'): Reading => ({
    language,
    zone: 'Asia/Shanghai',
    now,
    directory,
    audience,
  })
  const standing = (type: TicketEventType, audience: Side): Card => {
    const { after: ticket, seq, now } = momentOf(type)
    return ticketCard(ticket, seq, reading(now, audience))
  }
  const why = (type: TicketEventType): Card => {
    const { after: ticket, seq, now } = momentOf(type)
    return whyCard(ticket, recorded(log.slice(0, seq)), reading(now))
  }
  const golden = (name: string) => `./golden/${name}.${language}.txt`

  it.each(['supplier', 'customer'] as const)('RS.2 RS.5c RS.8 the living card (%s)', async (audience) => {
    const cards = {
      reported: standing('ticket.reported', audience),
      acknowledged: standing('ticket.acknowledged', audience),
      downgradeProposed: standing('ticket.downgrade_proposed', audience),
      paused: standing('ticket.ask_delivered', audience),
      breached: standing('ticket.breached', audience),
      resolved: standing('ticket.resolved', audience),
      confirmed: standing('ticket.solution_confirmed', audience),
      closed: standing('ticket.closed', audience),
    }
    await expect(drawn(cards)).toMatchFileSnapshot(golden(`card-${audience}`))
  })

  it.each(['supplier', 'customer'] as const)('M2.2 the history (%s)', async (audience) => {
    const { now } = momentOf('ticket.rated')
    const kept = log.filter(
      ({ type }) => type !== 'ticket.escalation_repeated' && type !== 'ticket.update_nudged',
    )
    const card = historyCard('HX-1', recorded(kept), reading(now, audience))
    await expect(drawn({ history: card })).toMatchFileSnapshot(golden(`history-${audience}`))
  })

  it.each(['supplier', 'customer'] as const)(
    'T67 a history that was changed by hand: what stands before it, and no word that it is whole (%s)',
    async (audience) => {
      const { now } = momentOf('ticket.rated')
      const forged = recorded(log).map((one) =>
        one.seq === 4 ? { ...one, event: { ...one.event, type: 'nothing.like_this' } } : one,
      )
      const cards = {
        changed: historyCard('HX-1', forged, reading(now, audience), 4),
        gone: historyCard('HX-1', [], reading(now, audience), 1),
      }
      await expect(drawn(cards)).toMatchFileSnapshot(golden(`history-broken-${audience}`))
    },
  )

  it('M2.3 M2.4 RS.1 RS.3 RS.6d what a person looks up', async () => {
    const begun = momentOf('ticket.reported')
    const { after: ticket, now, seq } = momentOf('ticket.breached')
    const told: readonly Told[] = [
      {
        about: 'ticket.reported',
        seq: 1,
        side: 'customer',
        role: 'reporter',
        person: 'zhao',
        inThread: true,
        owedAt: now,
        status: 'sent',
        settledAt: now,
        platform: 'web',
      },
      {
        about: 'ticket.reported',
        seq: 1,
        side: 'supplier',
        role: 'room',
        room: 'engineers',
        owedAt: now,
        status: 'owed',
      },
      {
        about: 'ticket.told_at_start',
        seq: 2,
        side: 'customer',
        role: 'contact',
        person: 'sun',
        owedAt: now,
        status: 'sent',
        settledAt: now,
        platform: 'web',
      },
      {
        about: 'ticket.breached',
        seq: 9,
        side: 'supplier',
        role: 'team_lead',
        person: 'chen',
        owedAt: now,
        status: 'failed',
        why: 'left the workspace',
      },
    ]
    const cards = {
      why: why('ticket.breached'),
      whyWhilePaused: why('ticket.ask_delivered'),
      whyReopened: why('ticket.reopened'),
      preview: previewCard(begun.after, reading(begun.now)),
      levels: levelsCard(agreement, reading(now)),
      channels: channelsCard(agreement, reading(now)),
      duty: dutyCard(directory, 'yunheng', reading(now)),
      told: toldCard({ ...ticketInHand(ticket, seq), id: 'HX-1' }, told, reading(now)),
      list: rowsCard('…', [ticketRow(ticket, seq, reading(now))], reading(now)),
      emptyList: rowsCard('…', [], reading(now)),
    }
    await expect(drawn(cards)).toMatchFileSnapshot(golden('look-up'))
  })
})
