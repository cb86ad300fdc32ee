import { describe, expect, it } from 'vitest'
import type { Agreement } from '../../src/domain/agreement/agreement.ts'
import { cn3x3 } from '../../src/domain/agreement/cn-3x3.ts'
import { itssFloor4x4 } from '../../src/domain/agreement/itss-floor-4x4.ts'
import { dueAt } from '../../src/domain/ticket/clocks.ts'
import type { TicketWish } from '../../src/domain/ticket/command.ts'
import type { TicketEventType } from '../../src/domain/ticket/event.ts'
import { evolve } from '../../src/domain/ticket/evolve.ts'
import { followersNow, mergedFor } from '../../src/domain/ticket/followers.ts'
import { effectsOf } from '../../src/domain/ticket/merge.ts'
import { agreers } from '../../src/domain/ticket/permission.ts'
import { actor, reported, reportWish, story } from './given.ts'
import { agreement, directory, hours, minutes, monday, withoutPeople } from './world.ts'

type Life = ReturnType<typeof reported>

/** Does something to one ticket, and orders of the other what that brings about, as the machinery does in the same commit. */
const goesOn = (who: string, wish: TicketWish, one: Life, other: Life): void => {
  one.does(who, wish)
  const event = one.log.at(-1)
  if (event === undefined) throw new Error('nothing happened')
  const effects = effectsOf({ event, after: one.ticket })
  expect(effects).toMatchObject([{ item: other.ticket.id }])
  for (const { wish } of effects) other.does(who, wish as TicketWish)
}
/** Marks one as a duplicate of the other: the supplier proposes it, the customer's contact agrees. */
const merges = (who: string, one: Life, other: Life): void => {
  const master = other.ticket.id
  const wish: TicketWish = { do: 'ticket.mark_duplicate', master, reason: 'the same switch' }
  const by = actor(who)
  if (by.kind === 'person' && by.side === 'customer') goesOn(who, wish, one, other)
  else {
    one.does(who, wish)
    goesOn('sun', { do: 'ticket.agree_merge', master }, one, other)
  }
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

  it.each<[string, TicketWish, TicketEventType]>([
    ['zhao', { do: 'ticket.answer', text: 'port 12' }, 'ticket.message_added'],
    ['zhao', { do: 'ticket.add_message', text: 'port 12' }, 'ticket.message_added'],
    ['li', { do: 'ticket.note', text: { internal: 'port 12' } }, 'ticket.note_added'],
  ])('RS.5a hands on what %s says to it, by whatever way', (who, wish, type) => {
    const first = reported({ id: 'HX-1' })
    first.does('li', { do: 'ticket.ask', ask: 'information', text: 'Which?', of: 'zhao' })
    const second = reported({ id: 'HX-2', reporter: 'sun' })
    merges('li', first, second)
    goesOn(who, wish, first, second)
    expect(JSON.stringify(second.all(type))).toContain('port 12')
  })

  it('RS.5a says where it is worked on when something is to be done to it', () => {
    const first = reported({ id: 'HX-1' })
    merges('li', first, reported({ id: 'HX-2', reporter: 'sun' }))
    first.refuses('zhao', { do: 'ticket.escalate', reason: 'now' }, 'merged')
    first.refuses('li', { do: 'ticket.claim' }, 'merged')
  })

  it('RS.5a is heard of by whoever stands in for a reporter who is gone', () => {
    const first = reported({ id: 'HX-1' })
    const second = reported({ id: 'HX-2', reporter: 'han' })
    merges('li', first, second)
    const left = withoutPeople('zhao').directory
    expect(followersNow(left, second.ticket, second.at)).toEqual(['sun'])
    expect(mergedFor(left, second.ticket, 'sun', second.at)).toEqual(['HX-1'])
    const alone = withoutPeople('zhao', 'sun', 'feng', 'han').directory
    expect(followersNow(alone, second.ticket, second.at)).toEqual([])
  })

  it('RS.5c is served as less pressing only by the word of whoever reported it so, or of the contact', () => {
    const agree: TicketWish = { do: 'ticket.agree_downgrade' }
    const lower: TicketWish = { do: 'ticket.assess', impact: 'low', urgency: 'low', reason: 'a mouse' }
    const master = reported({ id: 'HX-2', reporter: 'han', ...calm })
    merges('li', reported({ id: 'HX-1', ...pressing }), master)
    master.refuses('han', lower, 'lower_than_merged').does('li', lower)
    master.refuses('han', agree, 'lower_than_merged').refuses('feng', agree, 'not_permitted')
    expect(agreers(directory, master.ticket, 'P4')).toEqual(['zhao', 'sun'])
    master.does('zhao', agree)
    expect(master.ticket.priority).toBe('P4')
  })

  it.each([
    ['other levels', itssFloor4x4, { value: 'I4' }],
    [
      'another priority for the same levels',
      { ...cn3x3, cells: { ...cn3x3.cells, high: cn3x3.cells.low } },
      high,
    ],
  ])(
    'RS.3 RS.5c takes over the priority alone, or beside the matrix, where a later version knows %s',
    (_, matrix, impact) => {
      const agreements = {
        ...directory.agreements,
        'hx@2': { ...agreement, version: 2, matrix } as Agreement,
      }
      const later = { directory: { ...directory, agreements } }
      const level = matrix === itssFloor4x4 ? { ...low, value: 'I4' } : low
      const urgency = matrix === itssFloor4x4 ? { ...low, value: 'U4' } : low
      const master = story({ world: later }).does(
        'sun',
        reportWish({ id: 'HX-2', reporter: 'sun', impact: level, urgency }),
      )
      expect(master.ticket.agreement.version).toBe(2)
      merges('li', reported({ id: 'HX-1', ...pressing }), master)
      expect(master.ticket).toMatchObject({ priority: 'P1', basis: 'override', impact })
    },
  )

  it('RS.5a keeps the response that was given to the older one; its own counts from its own start', () => {
    const older = reported({ id: 'HX-1', ...pressing }).does('li', { do: 'ticket.claim' })
    const younger = story()
      .later(20 * minutes)
      .does('sun', reportWish({ id: 'HX-2', reporter: 'sun', ...pressing }))
    merges('li', older.later(20 * minutes), younger)
    const due = (target: 'response' | 'resolution') => dueAt(younger.ticket, target, agreement)
    expect([due('response'), due('resolution')]).toEqual([monday + 35 * minutes, monday + 4 * hours])
    expect(younger.wakes().all('ticket.breached')).toEqual([])
  })

  it('RS.5a is merged also when whoever reported it has left', () => {
    const first = reported({ id: 'HX-1' })
    const second = reported({ id: 'HX-2', reporter: 'sun' }).in(withoutPeople('zhao'))
    merges('li', first, second)
    expect(second.ticket.duplicates).toEqual(['HX-1'])
  })

  it('RS.5c D5 a request serves an incident no faster, however pressing it was', () => {
    const request = reported({ id: 'HX-1', ...pressing, work: 'service_request' })
    const incident = reported({ id: 'HX-2', reporter: 'sun', ...calm })
    merges('li', request, incident)
    expect(incident.ticket).toMatchObject({ priority: 'P4', duplicates: ['HX-1'] })
    expect(incident.ticket.work).toBeUndefined()
    expect(incident.all('ticket.prioritised')).toEqual([])
  })

  it('RS.5c D5 an incident is served as one, also where it was merged into a request', () => {
    const incident = reported({ id: 'HX-1', ...calm })
    const request = reported({ id: 'HX-2', reporter: 'sun', ...pressing, work: 'service_request' })
    merges('li', incident, request)
    expect(request.ticket).toMatchObject({ work: 'incident', priority: 'P4' })
  })
})

describe('a merge that the supplier proposes', () => {
  const same: TicketWish = { do: 'ticket.mark_duplicate', master: 'HX-2', reason: 'the same switch' }
  const agree: TicketWish = { do: 'ticket.agree_merge', master: 'HX-2' }
  const decline: TicketWish = { do: 'ticket.decline_merge', reason: 'another floor' }

  it('RS.5a changes nothing until the customer agrees, who alone may', () => {
    const first = reported({ id: 'HX-1' })
    const due = dueAt(first.ticket, 'resolution', agreement)
    first.does('li', same)
    expect(first.ticket).toMatchObject({ status: 'new', merging: { master: 'HX-2', by: 'li', of: ['zhao'] } })
    expect(dueAt(first.ticket, 'resolution', agreement)).toBe(due)
    first.refuses('li', agree, 'not_permitted').refuses('feng', agree, 'not_permitted')
    first.refuses('li', decline, 'not_permitted').does('sun', agree)
    expect(first.all('ticket.cancelled')).toMatchObject([
      { how: 'duplicate', master: 'HX-2', reason: 'the same switch', proposedBy: 'li', by: { id: 'sun' } },
    ])
    expect(first.ticket.merging).toBeUndefined()
  })

  it('is proposed once by each, and another one in its place', () => {
    const first = reported({ id: 'HX-1' }).does('li', same).does('li', same)
    expect(first.all('ticket.merge_proposed')).toHaveLength(1)
    first.does('wang', { ...same, master: 'HX-3' } as TicketWish)
    expect(first.ticket.merging).toMatchObject({ master: 'HX-3', by: 'wang' })
  })

  it('ends with what it is about: declined, solved or withdrawn there is nothing to agree to', () => {
    const first = reported({ id: 'HX-1' })
      .refuses('zhao', agree, 'no_merge')
      .refuses('zhao', decline, 'no_merge')
    first.does('li', same).does('zhao', decline).refuses('zhao', agree, 'no_merge')
    first.does('li', same).does('li', { do: 'ticket.resolve', description: 'done', workaround: false })
    expect(first.ticket.merging).toBeUndefined()
    first.refuses('zhao', agree, 'wrong_status')
    const other = reported({ id: 'HX-1' })
      .does('li', same)
      .does('zhao', { do: 'ticket.cancel', reason: 'plug' })
    expect(other.ticket.merging).toBeUndefined()
  })

  it('I6 is asked of whoever may say so when none who was asked can any more', () => {
    const first = reported({ id: 'HX-1' }).does('li', same).in(withoutPeople('zhao')).wakes().wakes()
    expect(first.all('ticket.merge_reminded')).toMatchObject([{ of: ['sun'] }])
    first.does('sun', agree)
  })

  it('I6 needs no word where nobody of the customer is left to give one', () => {
    const gone = withoutPeople('zhao', 'sun', 'feng', 'han')
    const first = reported({ id: 'HX-1' }).in(gone).does('li', same)
    expect(first.ticket.cancelled).toMatchObject({ how: 'duplicate', master: 'HX-2' })
  })

  it('RS.4 one that was made at once stands in the logs as it was', () => {
    const first = reported({ id: 'HX-1' })
    const by = actor('li')
    const at = first.at
    const old = {
      type: 'ticket.cancelled',
      how: 'duplicate',
      reason: 'same',
      master: 'HX-2',
      at,
      by,
    } as const
    const ticket = evolve(first.ticket, old)
    expect(ticket.cancelled).toEqual({ how: 'duplicate', reason: 'same', master: 'HX-2', at })
    expect(effectsOf({ event: old, before: first.ticket, after: ticket })).toMatchObject([
      { item: 'HX-2', wish: { do: 'ticket.link_duplicate', duplicate: 'HX-1' } },
    ])
  })
})
