import { describe, expect, it } from 'vitest'
import { decide } from '../../src/domain/ticket/decide.ts'
import { reported } from './given.ts'
import { hours, minutes, world } from './world.ts'

describe('claiming', () => {
  it('T11 gives one owner; the second is told who and when', () => {
    const one = reported().later(minutes).does('li', { do: 'ticket.claim' })
    one.refuses('wang', { do: 'ticket.claim' }, 'already_acknowledged')
    expect(one.ticket).toMatchObject({ status: 'in_progress', assignee: 'li' })
    expect(one.ticket.promised.response.metAt).toBe(one.at)
  })

  it('T12 pressed twice is one claim', () => {
    const one = reported().does('li', { do: 'ticket.claim' })
    const count = one.log.length
    one.does('li', { do: 'ticket.claim' })
    expect(one.typesSince(count)).toEqual([])
  })

  it('is not for the customer, nor for a supplier who left', () => {
    reported().refuses('zhao', { do: 'ticket.claim' }, 'not_permitted')
  })

  it('is implied by the first human act, which meets the response target (clock-v1)', () => {
    const one = reported()
      .later(minutes)
      .does('wang', { do: 'ticket.update', text: 'Looking at the gateway' })
    expect(one.typesSince(2)).toEqual(['ticket.acknowledged', 'ticket.progress_reported'])
    expect(one.ticket.assignee).toBe('wang')
  })

  it('T13 records a promise missed while nothing woke, at its true time', () => {
    const inTime = reported()
      .later(2 * hours)
      .does('li', { do: 'ticket.claim' })
    expect(inTime.ticket.promised.response.breachedAt).toBeUndefined()
    const late = reported()
      .later(2 * hours + 1)
      .does('li', { do: 'ticket.claim' })
    const dueAt = late.ticket.acceptedAt + 2 * hours
    expect(late.all('ticket.breached')[0]).toMatchObject({ dueAt, passed: true, to: [] })
    expect(late.ticket.promised.response).toMatchObject({ breachedAt: dueAt, metAt: late.at })
  })
})

describe('the work on a ticket', () => {
  const reassign = { do: 'ticket.reassign', to: 'wang', reason: { internal: 'Shift ends' } } as const

  it('changes hands with a reason, only within the supplier', () => {
    const one = reported().does('li', { do: 'ticket.claim' })
    one.refuses('li', { ...reassign, to: 'zhao' }, 'unknown_person')
    one.refuses('li', { ...reassign, to: 'constructor' }, 'unknown_person')
    one.refuses('li', { ...reassign, reason: { internal: ' ' } }, 'reason_missing')
    expect(one.does('li', reassign).ticket.assignee).toBe('wang')
  })

  it('stays unclaimed when it is only handed on', () => {
    const { ticket } = reported().does('chen', reassign)
    expect(ticket).toMatchObject({ status: 'new', dispatchedTo: 'wang' })
    expect(ticket.promised.response.metAt).toBeUndefined()
  })

  it('RS.5b is classified by a human, who may also confirm the suggestion', () => {
    const one = reported().does('li', { do: 'ticket.classify', category: 'network' })
    expect(one.ticket.category).toEqual({ value: 'network', reason: '', suggested: false })
    const count = one.log.length
    one.does('li', { do: 'ticket.classify', category: 'network' })
    expect(one.typesSince(count)).toEqual([])
  })

  it('keeps no text of an internal note in its state', () => {
    const one = reported().does('li', { do: 'ticket.note', text: { internal: 'SECRET' } })
    expect(JSON.stringify(one.ticket)).not.toContain('SECRET')
    one.refuses('zhao', { do: 'ticket.note', text: { internal: 'x' } }, 'not_permitted')
  })

  it('D3 another customer’s ticket does not exist', () => {
    reported().refuses(
      'emma',
      {
        do: 'ticket.add_message',
        text: 'hi',
        message: { platform: 'web', team: 'local', conversation: 'c', message: 'm' },
      },
      'not_found',
    )
  })

  it('T55 somebody who changed sides since is nobody, whatever the act says of them', () => {
    const { ticket, at } = reported()
    const by = { kind: 'person', id: 'li', side: 'customer', org: 'huaxin' } as const
    expect(decide(ticket, { do: 'ticket.cancel', reason: 'x', at, by }, world)).toEqual({
      ok: false,
      no: { code: 'not_found' },
    })
  })
})
