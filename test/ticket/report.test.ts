import { describe, expect, it } from 'vitest'
import { titleOf } from '../../src/domain/ticket/decide/report.ts'
import { reported, reportWish, story } from './given.ts'
import { monday, withoutPeople } from './world.ts'

describe('a report', () => {
  it('RS.5a is accepted at once, with the agreement it keeps and a suggestion that says so', () => {
    const { ticket } = reported()
    expect(ticket).toMatchObject({
      status: 'new',
      acceptedAt: monday,
      priority: 'P3',
      title: 'The VPN is down',
      agreement: { id: 'hx', version: 1 },
      category: { suggested: true },
    })
  })

  it('RS.5d goes to whoever is on duty', () => {
    expect(reported().ticket).toMatchObject({ tier: 1, dispatchedTo: 'li' })
  })

  it('stands in the queue when nobody is on duty', () => {
    const { ticket } = reported({}, { world: withoutPeople('li', 'wang') })
    expect(ticket.dispatchedTo).toBeUndefined()
  })

  it('keeps the time it was said beside the time it was accepted, and never one in the future', () => {
    expect(reported({ reportedAt: monday - 5000 }).ticket).toMatchObject({
      reportedAt: monday - 5000,
      acceptedAt: monday,
    })
    expect(reported({ reportedAt: monday + 5000 }).ticket.reportedAt).toBe(monday)
  })

  it('defaults.md §4 is at least P2 when it is a security incident', () => {
    const low = { value: 'low', reason: '', suggested: true }
    expect(reported({ impact: low, urgency: low }).ticket.priority).toBe('P4')
    expect(
      reported({ impact: low, urgency: low, category: { ...low, value: 'security' } }).ticket.priority,
    ).toBe('P2')
  })

  it('D1 is refused outside the validity of every agreement', () => {
    story()
      .later(3 * 365 * 86_400_000)
      .refuses('zhao', reportWish(), 'agreement_not_valid')
  })

  it('D3 cannot be made by another customer, nor for somebody of another customer', () => {
    story()
      .refuses('emma', reportWish(), 'not_permitted')
      .refuses('zhao', reportWish({ reporter: 'emma' }), 'unknown_person')
  })

  it('RS.1 is logged by staff on behalf of the reporter, with its source', () => {
    expect(story().does('li', reportWish({ source: 'phone' })).ticket).toMatchObject({
      source: 'phone',
      reporter: 'zhao',
    })
  })

  it('T41 is refused without text and has a title that never cuts a character in two', () => {
    story().refuses('zhao', reportWish({ text: ' \n ' }), 'text_missing')
    expect(titleOf('\u200b\n\u2066 \u2069\u2028 三楼打印机坏了 \n二楼也是')).toBe('三楼打印机坏了')
    expect(titleOf('\u200b')).toBe('\u200b')
    expect(titleOf('🧯'.repeat(200))).toBe(`${'🧯'.repeat(79)}…`)
  })
})

describe('the validity of a report', () => {
  const outOfScope = { do: 'ticket.mark_out_of_scope', reason: 'A private phone' } as const

  it('RS.5a may be denied with a reason, and contested: it is open again and its time has run on', () => {
    const ticket = reported()
      .later(60_000)
      .does('li', outOfScope)
      .later(60_000)
      .refuses('zhao', { do: 'ticket.contest', reason: '' }, 'reason_missing')
      .does('zhao', { do: 'ticket.contest', reason: 'It is a company phone' }).ticket
    expect(ticket).toMatchObject({ status: 'new', contests: 1, pauses: [] })
    expect(ticket.cancelled).toBeUndefined()
  })

  it('RS.5a a second objection or withdrawal is no second one, and its words stand in the ticket', () => {
    const contested = reported()
      .does('li', outOfScope)
      .does('zhao', { do: 'ticket.contest', reason: 'It is ours' })
    contested.does('sun', { do: 'ticket.contest', reason: 'All of us need it' })
    expect(contested.ticket.contests).toBe(1)
    expect(contested.log.at(-1)).toMatchObject({ type: 'ticket.message_added', text: 'All of us need it' })
    const withdrawn = reported().does('zhao', { do: 'ticket.cancel', reason: 'Works again' })
    const { length } = withdrawn.log
    withdrawn.does('zhao', { do: 'ticket.cancel', reason: 'Works again' })
    expect(withdrawn.log, 'a second press says nothing more').toHaveLength(length)
    withdrawn.does('sun', { do: 'ticket.cancel', reason: 'A new one came' })
    expect(withdrawn.log.at(-1)).toMatchObject({ type: 'ticket.message_added', text: 'A new one came' })
  })

  it('is decided again after a contest by a lead only', () => {
    reported()
      .does('li', outOfScope)
      .does('zhao', { do: 'ticket.contest', reason: 'It is ours' })
      .refuses('li', outOfScope, 'decided_again_by_lead_only')
      .does('chen', outOfScope)
  })

  it('cannot be denied by the customer, and a withdrawal cannot be contested', () => {
    reported().refuses('zhao', outOfScope, 'not_permitted')
    reported()
      .does('zhao', { do: 'ticket.cancel', reason: 'Works again' })
      .refuses('zhao', { do: 'ticket.contest', reason: 'Hm' }, 'not_contestable')
  })

  it('merges into an open ticket of the same customer, whose reporter follows it from then on', () => {
    reported({ id: 'HX-2' }).refuses(
      'li',
      { do: 'ticket.mark_duplicate', master: 'HX-2', reason: 'Same' },
      'duplicate_of_itself',
    )
    const master = reported({ reporter: 'sun' })
    master.does('li', { do: 'ticket.link_duplicate', duplicate: 'HX-2', reporter: 'zhao' })
    expect(master.ticket).toMatchObject({ duplicates: ['HX-2'], followers: ['zhao'] })
  })

  it('D3 never merges across customers', () => {
    reported().refuses(
      'li',
      { do: 'ticket.link_duplicate', duplicate: 'BB-1', reporter: 'emma' },
      'not_found',
    )
  })

  it('T10 ends without anybody being escalated when it is withdrawn at once', () => {
    const one = reported()
      .later(500)
      .does('zhao', { do: 'ticket.cancel', reason: 'Mistake' })
      .passes(100 * 3_600_000)
    expect(one.all('ticket.escalated')).toEqual([])
    expect(one.all('ticket.prewarned')).toEqual([])
  })
})
