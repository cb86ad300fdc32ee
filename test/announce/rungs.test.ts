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
    expect(card).toContain('Last contact with the customer: today 10:01.')
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
