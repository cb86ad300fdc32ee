import { describe, expect, it } from 'vitest'
import { dueAt } from '../../src/domain/ticket/clocks.ts'
import type { TicketWish } from '../../src/domain/ticket/command.ts'
import type { SplitFrom } from '../../src/domain/ticket/link-event.ts'
import { partOf, splitEffects } from '../../src/domain/ticket/split.ts'
import { reported, reportWish, story } from './given.ts'
import { agreement, hours, minutes, monday } from './world.ts'

type Life = ReturnType<typeof reported>

/** Splits a trouble off, and orders of the first ticket what that brings about, as the machinery does in the same commit. */
const splits = (who: string, first: Life): Life => {
  const part = partOf(first.ticket, first.at)
  const other = story()
    .later(first.at - monday)
    .does(who, reportWish({ id: 'HX-2', text: 'The printer jams', splitFrom: part }))
  const effects = other.log.flatMap((event) => splitEffects({ event }))
  expect(effects).toEqual([{ item: 'HX-1', wish: { do: 'ticket.split', into: 'HX-2', part } }])
  for (const { wish } of effects) first.does(who, wish as TicketWish)
  return other
}
const due = ({ ticket }: Life, target: 'response' | 'resolution') => dueAt(ticket, target, agreement)

describe('a report that holds two troubles', () => {
  it.each(['li', 'zhao', 'sun'])('RS.5a is split by %s: both know of each other', (who) => {
    const first = reported()
    const other = splits(who, first)
    expect(first.ticket).toMatchObject({ splitOff: ['HX-2'], status: 'new' })
    expect(other.ticket).toMatchObject({ splitFrom: 'HX-1', reporter: 'zhao', status: 'new' })
  })

  it('RS.5a T8 costs the customer no time: the other trouble counts from when it was reported', () => {
    const first = reported().later(10 * minutes)
    const plain = reported({ id: 'HX-3' })
    const other = splits('li', first)
    expect(other.ticket.acceptedAt).toBe(monday)
    for (const target of ['response', 'resolution'] as const)
      expect(due(other, target)).toBe(due(plain, target))
  })

  it('RS.5a keeps the waits that the report had earned', () => {
    const first = reported().does('li', { do: 'ticket.ask', ask: 'information', text: 'Which?', of: 'zhao' })
    first.bot({ do: 'ticket.record_ask_delivered', askedAt: monday, deliveredAt: monday })
    const before = due(reported({ id: 'HX-3' }), 'resolution') ?? 0
    const other = splits('li', first.later(30 * minutes))
    expect(due(other, 'resolution')).toBe(before + 30 * minutes)
  })

  it('RS.5a a response that was given was given to both: the next one is owed from now', () => {
    const first = reported().does('li', { do: 'ticket.claim' })
    const other = splits('zhao', first.later(hours))
    const anew = story()
      .later(hours)
      .does('zhao', reportWish({ id: 'HX-3' }))
    expect(due(other, 'response')).toBe(due(anew, 'response'))
    expect(other.ticket.acceptedAt).toBe(monday)
  })

  it('RS.6 breaks no promise before it was made: what was late already is late from now', () => {
    const first = reported().later(40 * 24 * hours)
    const other = splits('zhao', first).wakes()
    for (const { dueAt: at } of other.all('ticket.breached')) expect(at).toBe(first.at)
    expect(other.all('ticket.breached').length).toBeGreaterThan(0)
  })

  it('is split while work is owed or the solution waits for a word, and by nobody else', () => {
    const first = reported()
    const wish = (): TicketWish => ({
      do: 'ticket.split',
      into: 'HX-2',
      part: partOf(first.ticket, first.at),
    })
    first.refuses('feng', wish(), 'not_permitted').refuses('emma', wish(), 'not_found')
    first.does('li', { do: 'ticket.claim' })
    first.does('li', { do: 'ticket.resolve', description: 'restarted', workaround: false })
    splits('zhao', first).does('li', { do: 'ticket.claim' })
    first.does('zhao', { do: 'ticket.confirm_solution' }).does('chen', { do: 'ticket.close' })
    first.refuses('zhao', { ...wish(), into: 'HX-4' } as TicketWish, 'wrong_status')
  })

  it.each<Partial<SplitFrom>>([
    { acceptedAt: monday - hours },
    { acceptedAt: monday + 1 },
    { pauses: [{ from: monday, to: monday + minutes }] },
    { responseFrom: monday + minutes },
    { ticket: 'HX-3' },
  ])('I9 takes no other start and no other wait with it: %j', (part) => {
    const first = reported().later(hours)
    const own = partOf(first.ticket, first.at)
    first.refuses('li', { do: 'ticket.split', into: 'HX-2', part: { ...own, ...part } }, 'malformed')
  })

  it('is split off once, however often it is ordered', () => {
    const first = reported()
    splits('li', first)
    const { length } = first.log
    first.does('li', { do: 'ticket.split', into: 'HX-2', part: partOf(first.ticket, first.at) })
    expect(first.log).toHaveLength(length)
  })
})
