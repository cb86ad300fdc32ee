import { describe, expect, it } from 'vitest'
import { reported } from './given.ts'
import { hours, minutes } from './world.ts'

describe('the priority', () => {
  it('RS.5c follows what the customer states, at once', () => {
    const one = reported().does('zhao', { do: 'ticket.assess', urgency: 'high', reason: '' })
    expect(one.ticket).toMatchObject({ priority: 'P2', urgency: { value: 'high', suggested: false } })
    expect(one.all('ticket.prioritised')[0]).toMatchObject({ was: 'P3', basis: 'matrix' })
  })

  it('answering with what was suggested confirms it without a new epoch', () => {
    const one = reported().does('zhao', { do: 'ticket.assess', impact: 'medium', reason: '' })
    expect(one.ticket.impact.suggested).toBe(false)
    expect(one.ticket.promised.resolution.epoch).toBe(1)
  })

  it('is raised by the supplier at once, lowered only with the customer’s OK', () => {
    const one = reported()
      .refuses('li', { do: 'ticket.assess', impact: 'high', reason: '' }, 'reason_missing')
      .does('li', { do: 'ticket.assess', impact: 'high', reason: 'Whole site' })
    expect(one.ticket.priority).toBe('P2')
    one.does('li', { do: 'ticket.assess', impact: 'low', reason: 'One desk only' })
    expect(one.ticket.priority).toBe('P2')
    expect(one.ticket.downgrade).toMatchObject({ priority: 'P4', by: 'li' })
    one.refuses('li', { do: 'ticket.agree_downgrade' }, 'not_permitted')
    one.does('zhao', { do: 'ticket.agree_downgrade' })
    expect(one.ticket).toMatchObject({ priority: 'P4', impact: { value: 'low' } })
    expect(one.ticket.downgrade).toBeUndefined()
    expect(one.all('ticket.prioritised').at(-1)).toMatchObject({ agreedBy: 'zhao' })
  })

  it('stays when the customer declines', () => {
    const one = reported()
      .does('li', { do: 'ticket.override', priority: 'P4', reason: 'Planned work' })
      .does('sun', { do: 'ticket.decline_downgrade', reason: 'It is not' })
    expect(one.ticket.priority).toBe('P3')
    one.refuses('zhao', { do: 'ticket.agree_downgrade' }, 'no_downgrade')
  })

  it('is overridden only with a reason, only by the supplier, marked as such', () => {
    const one = reported()
      .refuses('zhao', { do: 'ticket.override', priority: 'P1', reason: 'x' }, 'not_permitted')
      .refuses('li', { do: 'ticket.override', priority: 'P1', reason: '' }, 'reason_missing')
      .does('li', { do: 'ticket.override', priority: 'P1', reason: 'VIP week' })
    expect(one.ticket).toMatchObject({ priority: 'P1', basis: 'override' })
  })

  it('refuses a level that the matrix does not have', () => {
    reported().refuses('zhao', { do: 'ticket.assess', urgency: '9', reason: '' }, 'unknown_level')
    reported().refuses('zhao', { do: 'ticket.assess', urgency: '__proto__', reason: '' }, 'unknown_level')
  })

  it('T33 counts from the original start when it changes, with the old target in history', () => {
    const one = reported()
      .later(10 * minutes)
      .does('zhao', { do: 'ticket.assess', impact: 'high', urgency: 'high', reason: '' })
    expect(one.ticket.promised.response).toMatchObject({
      epoch: 2,
      since: one.at,
      history: [{ priority: 'P3', until: one.at }],
    })
    one.passes(5 * minutes)
    const alarm = one.all('ticket.breached').find(({ target }) => target === 'response')
    expect(alarm).toMatchObject({ dueAt: one.ticket.acceptedAt + 15 * minutes, late: false, epoch: 2 })
  })

  it('T33 does not alarm late for a promise that was not made yet', () => {
    const one = reported()
      .later(hours)
      .does('zhao', { do: 'ticket.assess', impact: 'high', urgency: 'high', reason: '' })
      .wakes()
    const alarm = one.all('ticket.breached')[0]
    expect(alarm).toMatchObject({ dueAt: one.at, late: false })
  })

  it('T33 keeps a breach on record when it is lowered after it', () => {
    const one = reported({
      impact: { value: 'high', reason: '', suggested: false },
      urgency: { value: 'high', reason: '', suggested: false },
    })
      .passes(20 * minutes)
      .does('zhao', { do: 'ticket.assess', impact: 'low', urgency: 'low', reason: '' })
    expect(one.ticket.priority).toBe('P4')
    expect(one.ticket.promised.response.breachedAt).toBe(one.ticket.acceptedAt + 15 * minutes)
  })
})
