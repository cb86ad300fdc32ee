import { describe, expect, it } from 'vitest'
import { dueAt } from '../../src/domain/ticket/clocks.ts'
import type { TicketWish } from '../../src/domain/ticket/command.ts'
import { effectsOf } from '../../src/domain/ticket/merge.ts'
import { reported, reportWish, story } from './given.ts'
import { agreement, hours, minutes, monday, withoutPeople } from './world.ts'

type Life = ReturnType<typeof reported>

/** Marks one as a duplicate of the other, and orders what that brings about, as the machinery does in the same commit. */
const merges = (who: string, one: Life, other: Life): void => {
  one.does(who, { do: 'ticket.mark_duplicate', master: other.ticket.id, reason: 'the same switch' })
  const event = one.log.at(-1)
  if (event === undefined) throw new Error('nothing happened')
  const effects = effectsOf({ event, after: one.ticket })
  expect(effects).toMatchObject([{ item: other.ticket.id }])
  for (const { wish } of effects) other.does(who, wish as TicketWish)
}
const high = { value: 'high', reason: '', suggested: false }
const low = { value: 'low', reason: '', suggested: false }
const pressing = { impact: high, urgency: high }
const calm = { impact: low, urgency: low }

describe('a ticket that is merged', () => {
  it('RS.5a takes with it whoever follows it, through any number of tickets', () => {
    const first = reported({ id: 'HX-1', reporter: 'zhao' })
    const second = reported({ id: 'HX-2', reporter: 'sun' })
    const third = reported({ id: 'HX-3', reporter: 'feng' })
    const fourth = reported({ id: 'HX-4', reporter: 'han' })
    merges('li', first, second)
    merges('li', second, third)
    merges('li', third, fourth)
    expect(fourth.ticket.followers.toSorted()).toEqual(['feng', 'sun', 'zhao'])
    expect(fourth.ticket.duplicates.toSorted()).toEqual(['HX-1', 'HX-2', 'HX-3'])
    first.does('zhao', { do: 'ticket.contest', reason: 'mine is another one' })
    merges('li', reported({ id: 'HX-5', reporter: 'sun' }), fourth)
    expect(fourth.ticket.followers.filter((id) => id === 'sun')).toHaveLength(1)
  })

  it('RS.5a takes its earlier start with it, and the waits it earned before the other began', () => {
    const older = reported({ id: 'HX-1' })
    older.does('li', { do: 'ticket.ask', ask: 'information', text: 'Which?', of: 'zhao' })
    older.bot({ do: 'ticket.record_ask_delivered', askedAt: monday, deliveredAt: monday })
    older
      .later(30 * minutes)
      .does('zhao', { do: 'ticket.answer', text: 'all' })
      .later(90 * minutes)
    const younger = story().later(60 * minutes)
    younger.does('sun', reportWish({ id: 'HX-2', reporter: 'sun' })).later(60 * minutes)
    const before = dueAt(younger.ticket, 'resolution', agreement) ?? 0
    merges('li', older, younger)
    expect(younger.ticket.acceptedAt).toBe(monday)
    expect(dueAt(younger.ticket, 'resolution', agreement)).toBe(before - 30 * minutes)
  })

  it('RS.5a a younger one changes no start', () => {
    const older = reported({ id: 'HX-1' }).later(hours)
    const younger = story()
      .later(hours)
      .does('sun', reportWish({ id: 'HX-2', reporter: 'sun' }))
    merges('li', younger, older)
    expect(older.ticket.acceptedAt).toBe(monday)
  })

  it('RS.5c is not served as less pressing than it was reported to be', () => {
    const pressed = reported({ id: 'HX-1', ...pressing })
    const master = reported({ id: 'HX-2', reporter: 'sun', ...calm })
    expect([pressed.ticket.priority, master.ticket.priority]).toEqual(['P1', 'P4'])
    merges('li', pressed, master)
    expect(master.ticket).toMatchObject({ priority: 'P1', impact: { value: 'high' } })
    expect(master.all('ticket.prioritised')).toMatchObject([{ was: 'P4', reason: 'the same switch' }])
    const other = reported({ id: 'HX-3', reporter: 'sun', ...calm })
    merges('sun', other, master)
    expect(master.ticket.priority).toBe('P1')
  })

  it('RS.5a is merged also when whoever reported it has left', () => {
    const first = reported({ id: 'HX-1' })
    const second = reported({ id: 'HX-2', reporter: 'sun' }).in(withoutPeople('zhao'))
    merges('li', first, second)
    expect(second.ticket.duplicates).toEqual(['HX-1'])
  })
})
