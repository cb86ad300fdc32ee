import { describe, expect, it } from 'vitest'
import { announce } from '../../src/announce/announce.ts'
import type { Occasion } from '../../src/announce/occasion.ts'
import type { Card } from '../../src/chat/card.ts'
import type { Told } from '../../src/domain/item/reading.ts'
import type { Language, Side } from '../../src/domain/people/sides.ts'
import { texts } from '../../src/text/texts.ts'
import { historyCard } from '../../src/view/history-card.ts'
import { rowsCard } from '../../src/view/list-card.ts'
import type { Reading } from '../../src/view/reading.ts'
import { ticketCard } from '../../src/view/ticket-card.ts'
import { toldCard } from '../../src/view/told-card.ts'
import { whyCard } from '../../src/view/why-card.ts'
import { ticketInHand, ticketRow } from '../support/ticket-views.ts'
import { lives, occasions, occasionsOf } from './lives.ts'
import { canary, directoryIn } from './worlds.ts'

const languages: readonly Language[] = ['en', 'zh-CN']

/** Every view right after each type of event, in every life, for one audience. */
const views = (
  language: Language,
  audience: Side,
): readonly { readonly title: string; readonly card: Card }[] => {
  const directory = directoryIn(language)
  return lives(directory).flatMap((log) => {
    const first = (occasion: Occasion): boolean =>
      log.findIndex(({ type }) => type === occasion.event.type) === occasion.seq - 1
    return occasionsOf(log, directory)
      .filter(first)
      .flatMap(({ event, after, seq, now }) => {
        const reading: Reading = { language, zone: 'Europe/London', now, directory, audience }
        const recorded = log.slice(0, seq).map((one, index) => ({ seq: index + 1, hash: '', event: one }))
        const told = toldOf(after.id, seq, now)
        const cards: { readonly [view: string]: Card } = {
          ticket: ticketCard(after, seq, reading),
          history: historyCard(after.id, recorded, reading),
          list: rowsCard('', [ticketRow(after, seq, reading)], reading),
          why: whyCard(after, recorded, reading),
          told: toldCard(ticketInHand(after, seq), told, reading),
        }
        return Object.entries(cards).map(([view, card]) => ({ title: `${view} after ${event.type}`, card }))
      })
  })
}

const toldOf = (about: string, seq: number, owedAt: number): readonly Told[] => [
  {
    about,
    seq,
    owedAt,
    side: 'supplier',
    role: 'department_manager',
    person: 'zhou',
    status: 'failed',
    why: canary,
  },
  { about, seq, owedAt, side: 'customer', role: 'reporter', person: 'zhao', status: 'failed', why: canary },
]

const leaking = (shown: readonly { readonly title: string; readonly card: Card }[]): readonly string[] =>
  shown.flatMap(({ title, card }) => (JSON.stringify(card).includes(canary) ? [title] : []))

describe('what only the supplier may read', () => {
  it('the lives told here hold every type of event', () => {
    const happened = new Set(occasions(directoryIn('en')).map(({ event }) => event.type))
    expect([...happened].toSorted()).toEqual(Object.keys(texts('en').events.kinds).toSorted())
  })

  it.each(languages)(
    'I8 T54 never stands in a notice to the customer, whatever happened (%s)',
    (language) => {
      const notices = occasions(directoryIn(language)).flatMap(announce)
      const shown = (side: Side) =>
        notices
          .filter((one) => one.side === side)
          .flatMap(({ key, card, brief }) =>
            [card, ...(brief === undefined ? [] : [brief])].map((said) => ({ title: key, card: said })),
          )
      expect(leaking(shown('customer'))).toEqual([])
      expect(leaking(shown('supplier')).length).toBeGreaterThan(3)
    },
  )

  it.each(languages)('I8 T54 never stands in a view of the customer, whatever happened (%s)', (language) => {
    expect(leaking(views(language, 'customer'))).toEqual([])
    expect(leaking(views(language, 'supplier')).length).toBeGreaterThan(10)
  })
})
