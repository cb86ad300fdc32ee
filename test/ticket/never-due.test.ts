import { describe, expect, it } from 'vitest'
import { announce } from '../../src/announce/announce.ts'
import { ticketItem } from '../../src/domain/ticket/ticket-item.ts'
import { occasionsOf } from '../announce/lives.ts'
import { reported } from './given.ts'
import { hours, minutes, monday, openOn } from './world.ts'

const type = 'ticket.never_due'
/** Open on Monday alone: seven hours are left of it, and P3 promises more than that for the solution. */
const lastDay = openOn('2026-03-02')

describe('a promise that can never come due', () => {
  it('I6 RS.7 is told at once to who manages the work, once, and never again', () => {
    const life = reported({}, { world: lastDay })
    expect(ticketItem.nextDue(life.ticket, lastDay)).toBe(monday)
    life.passes(minutes)
    expect(life.all(type)).toMatchObject([{ at: monday, target: 'resolution', to: ['chen', 'qian'] }])
    expect(life.passes(40 * 24 * hours).all(type)).toHaveLength(1)
  })

  it('is told of each promise, and of a new one that is made', () => {
    const over = openOn('2026-02-02')
    const life = reported({}, { world: over }).passes(0)
    expect(life.all(type).map(({ target }) => target)).toEqual(['response', 'resolution'])
    life.does('zhao', { do: 'ticket.assess', urgency: 'low', impact: 'high', reason: 'x' }).passes(0)
    const epochs = life.ticket.promised.resolution.epoch
    expect(life.all(type).filter(({ target }) => target === 'resolution')).toHaveLength(epochs)
  })

  it('goes to the next level where nobody leads', () => {
    const { directory } = lastDay
    const { chen: _, qian: __, ...people } = directory.people
    const life = reported({}, { world: { directory: { ...directory, people } } }).passes(0)
    expect(life.all(type)).toMatchObject([{ to: ['zhou'] }])
  })

  it('is none while the customer is asked, nor once it is kept or can be kept', () => {
    expect(
      reported()
        .passes(9 * hours)
        .all(type),
    ).toEqual([])
    const paused = reported({}, { world: lastDay })
    paused.does('li', { do: 'ticket.ask', ask: 'information', text: 'Which?', of: 'zhao' })
    paused.bot({ do: 'ticket.record_ask_delivered', askedAt: paused.at, deliveredAt: paused.at })
    expect(paused.passes(minutes).all(type)).toEqual([])
    paused.does('zhao', { do: 'ticket.answer', text: '12' })
    expect(paused.passes(minutes).all(type)).toHaveLength(1)
    const solved = reported({}, { world: lastDay })
    solved.does('li', { do: 'ticket.resolve', description: 'replaced', workaround: false }).passes(minutes)
    expect(solved.all(type)).toEqual([])
  })

  it('RS.8 leaves nobody without a reminder: past the last service hours a working day is a day', () => {
    const over = openOn('2026-02-02')
    const day = 24 * hours
    const daysOf = (
      one: ReturnType<typeof reported>,
      reminder: Parameters<typeof one.all>[0],
      since: number,
    ) => one.all(reminder).map(({ at }) => (at - since) / day)
    const solved = reported({}, { world: over })
    solved.does('li', { do: 'ticket.resolve', description: 'replaced', workaround: false }).passes(6 * day)
    expect(daysOf(solved, 'ticket.consent_reminded', monday)).toEqual([1, 2, 3, 4])
    expect(solved.all('ticket.consent_reminded').at(-1)?.to).toContain('chen')
    solved.does('zhao', { do: 'ticket.confirm_solution' }).passes(2.5 * day)
    expect(daysOf(solved, 'ticket.confirmation_reminded', monday + 6 * day)).toEqual([1, 2])

    const paused = reported({}, { world: over })
    paused.does('li', { do: 'ticket.ask', ask: 'information', text: 'Which?', of: 'zhao' })
    paused.bot({ do: 'ticket.record_ask_delivered', askedAt: paused.at, deliveredAt: paused.at })
    expect(paused.passes(20 * day).all('ticket.answer_reminded').length).toBeGreaterThan(1)
  })

  it('T54 its notice is inside, says what to do, and is sent only while the promise stands', () => {
    const { directory } = lastDay
    const life = reported({}, { world: lastDay }).passes(0)
    const [occasion] = occasionsOf(life.log, directory).filter(({ event }) => event.type === type)
    const told = occasion === undefined ? [] : announce(occasion)
    expect(told).toMatchObject([
      { to: { person: 'chen' }, side: 'supplier', guard: 'resolution:1' },
      { to: { person: 'qian' }, side: 'supplier' },
    ])
    expect(JSON.stringify(told[0]?.card)).toContain('The resolution target never comes due')
    expect(JSON.stringify(told[0]?.card)).toContain('Watch it yourselves')
  })
})
