import { describe, expect, it } from 'vitest'
import { announce } from '../../src/announce/announce.ts'
import type { Directory, Person } from '../../src/domain/people/directory.ts'
import type { TicketEvent } from '../../src/domain/ticket/event.ts'
import type { Notice } from '../../src/store/change.ts'
import { reported, reportWish, story } from '../ticket/given.ts'
import { minutes } from '../ticket/world.ts'
import { occasionsOf } from './lives.ts'
import { directoryIn, inChannel } from './worlds.ts'

const high = { value: 'high', reason: '', suggested: false }
const urgent = { impact: high, urgency: high, message: inChannel }

const withRoles = (id: string, roles: Person['roles']): Directory => {
  const directory = directoryIn('en')
  const person = directory.people[id]
  if (person === undefined) throw new Error(`nobody is called ${id}`)
  return { ...directory, people: { ...directory.people, [id]: { ...person, roles } } }
}

/** Everything a person was told in private on an untouched P1, within so long. */
const told = (person: string, within: number, directory = directoryIn('en')): readonly Notice[] => {
  const life = reported(urgent, { world: { directory } }).passes(within)
  return occasionsOf(life.log, directory)
    .flatMap(announce)
    .filter(({ to }) => to.kind === 'person' && to.person === person)
}
const about = (type: TicketEvent['type'], notices: readonly Notice[]) =>
  notices.filter((notice) => notice.about === type)

describe('whom a rung tells', () => {
  it('is told in the role the rung names, whatever else they are', () => {
    const sun = told('sun', 20 * minutes, withRoles('sun', ['contact', 'it_manager', 'executive']))
    expect(about('ticket.breached', sun).map(({ role }) => role)).toEqual(['contact'])
    expect(about('ticket.escalated', sun).map(({ role }) => role)).toEqual(['it_manager'])
  })

  it('is told at the start without a word of a warning', () => {
    expect(told('sun', minutes).map((notice) => notice.about)).toEqual(['ticket.told_at_start'])
    expect(told('li', 8 * minutes).map((notice) => notice.about)).toContain('ticket.prewarned')
  })
})

describe('the manager’s card', () => {
  const words = (notices: readonly Notice[]) => JSON.stringify(notices.at(-1)?.card.blocks)

  it('names no owner before there is one, and counts no receipt as a word to the customer', () => {
    const card = words(told('zhou', 19 * minutes))
    expect(card).toContain('Nobody has taken it yet; it was sent to Wang Fang.')
    expect(card).toContain('Nobody has spoken to the customer yet.')
    expect(card).not.toMatch(/Owner|Last contact/)
  })

  it('names the owner, and when a human last spoke to the customer', () => {
    const directory = directoryIn('en')
    const life = reported(urgent, { world: { directory } }).later(minutes).does('li', { do: 'ticket.claim' })
    life.passes(61 * minutes)
    const notices = occasionsOf(life.log, directory).flatMap(announce)
    const card = words(notices.filter(({ to }) => to.kind === 'person' && to.person === 'zhou'))
    expect(card).toContain('Owner: Li Wei.')
    expect(card).toContain('Last contact with the customer: 10:01.')
  })

  it('counts the call in which staff took the report', () => {
    const logged = story().does('li', reportWish({ ...urgent, source: 'phone' }))
    expect(logged.ticket.customerHeardAt).toBe(logged.ticket.acceptedAt)
    expect(reported(urgent).ticket.customerHeardAt).toBeUndefined()
  })
})

describe('after an outage', () => {
  it('T13 tells the reporter of the missed target also when its own people hear a higher step', () => {
    const directory = withRoles('sun', ['contact', 'it_manager'])
    const life = reported(urgent, { world: { directory } })
      .later(70 * minutes)
      .wakes()
    const missed = life.all('ticket.breached').filter(({ target }) => target === 'resolution')
    const heard = occasionsOf(life.log, directory)
      .flatMap(announce)
      .filter(({ about: what }) => what === 'ticket.breached')
    expect(missed.length).toBeLessThanOrEqual(1)
    expect(heard.some(({ to }) => to.kind === 'report_thread')).toBe(true)
  })

  it('T13 sends whom the work was taken from one word of it, whichever is sent first', () => {
    const directory = directoryIn('en')
    const life = reported({ message: inChannel }, { world: { directory } }).passes(121 * minutes)
    const mine = occasionsOf(life.log, directory)
      .flatMap(announce)
      .filter(({ to }) => to.kind === 'person' && to.person === 'li')
    const groupOf = (what: string) => mine.filter(({ about: one }) => one === what).at(-1)?.collapse
    expect(groupOf('ticket.escalated')).toBe('HX-1:watch.response:li')
    expect(groupOf('ticket.breached')).toBe('HX-1:watch.response:li')
  })
})

describe('a promise set anew', () => {
  const directory = directoryIn('en')
  const all = (life: ReturnType<typeof story>) => occasionsOf(life.log, directory).flatMap(announce)
  /** The moments at which a card says that its target ran out. */
  const ranOut = ({ card }: Notice) =>
    [...JSON.stringify(card).matchAll(/was due ([^;."]*\d\d:\d\d)/g)].map(([, at]) => at)
  const saying = (notices: readonly Notice[], words: string) =>
    notices.filter(({ card }) => JSON.stringify(card.blocks).includes(words))

  it('M2.4 by a reopening after it was missed ran out once: its alarm names the true moment and no other', () => {
    const life = reported(urgent, { world: { directory } }).later(minutes).does('li', { do: 'ticket.claim' })
    life.passes(245 * minutes)
    const solution = { description: 'x', workaround: false, breachReason: 'no spare part' }
    life.does('li', { do: 'ticket.resolve', ...solution }).later(minutes)
    life.does('zhao', { do: 'ticket.confirm_solution' }).does('chen', { do: 'ticket.close' })
    life.later(minutes).does('zhao', { do: 'ticket.reopen', reason: 'it is back' }).passes(minutes)
    const alarms = all(life).filter(({ about: what }) => what === 'ticket.breached')
    const [first] = alarms.flatMap(ranOut)
    expect(alarms.length).toBeGreaterThan(6)
    expect(new Set(alarms.flatMap(ranOut))).toEqual(new Set([first]))
  })

  it('M2.4 by a raise after its time was up runs out when it is set: whoever hears of either reads one moment', () => {
    const life = reported({ message: inChannel }, { world: { directory } })
    life
      .later(minutes)
      .does('li', { do: 'ticket.claim' })
      .later(299 * minutes)
    life.does('li', { do: 'ticket.override', priority: 'P1', reason: 'the whole site' }).passes(minutes)
    const told = all(life).filter(({ about: what }) =>
      ['ticket.prioritised', 'ticket.breached'].includes(what),
    )
    expect(new Set(told.flatMap(ranOut))).toEqual(new Set(['15:00']))
    expect(JSON.stringify(told)).not.toMatch(/15:00; \d+ (?:min|h)/)
  })

  it('is no news of the start: that people were told at acceptance is said where they were', () => {
    const raised = reported({ message: inChannel }, { world: { directory } }).later(minutes)
    raised.does('li', { do: 'ticket.override', priority: 'P1', reason: 'the whole site' }).passes(minutes)
    expect(saying(all(raised), 'Told at once, as agreed.')).toEqual([])
    expect(saying(all(raised), 'Told at once, as agreed for this priority.')).not.toEqual([])
    const atOnce = all(reported(urgent, { world: { directory } }).passes(minutes))
    expect(saying(atOnce, 'Told at once, as agreed.')).not.toEqual([])
  })
})
