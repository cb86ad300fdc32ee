import { describe, expect, it } from 'vitest'
import { readClock } from '../../src/domain/sla/clock.ts'
import { agreementOf, clockOf } from '../../src/domain/ticket/clocks.ts'
import { reported } from './given.ts'
import { agreement, directory, hours, minutes } from './world.ts'

const resolve = { do: 'ticket.resolve', description: 'Gateway restarted', workaround: false } as const
const confirm = { do: 'ticket.confirm_solution' } as const
const reject = { do: 'ticket.reject_solution', reason: 'Still down' } as const
const day = 24 * hours

const resolved = () => reported().does('li', { do: 'ticket.claim' }).later(hours).does('li', resolve)
const closed = () =>
  resolved().later(minutes).does('zhao', confirm).later(minutes).does('chen', { do: 'ticket.close' })
const business = (one: ReturnType<typeof resolved>) => {
  const { calendar, facts } = clockOf(one.ticket, 'resolution', agreementOf(directory, one.ticket))
  return readClock(calendar, facts, one.at).business
}

describe('closing a ticket', () => {
  it('RS.8 X2 needs the customer’s consent first and the supplier’s person in charge after it', () => {
    const one = resolved().refuses('chen', { do: 'ticket.close' }, 'awaiting_customer_consent')
    one.does('zhao', confirm)
    expect(one.ticket.status).toBe('resolved')
    one.refuses('li', { do: 'ticket.close' }, 'not_permitted')
    expect(one.does('chen', { do: 'ticket.close' }).ticket.status).toBe('closed')
  })

  it('T51 T52 is consented to only by the reporter or a contact of the customer', () => {
    resolved()
      .refuses('li', confirm, 'not_permitted')
      .refuses('chen', confirm, 'not_permitted')
      .refuses('feng', confirm, 'not_permitted')
      .refuses('emma', confirm, 'not_found')
      .does('sun', confirm)
  })

  it('RS.8 never happens by itself: silence leads to reminders for ever', () => {
    const one = resolved().passes(60 * day)
    expect(one.ticket.status).toBe('resolved')
    expect(one.all('ticket.consent_reminded').length).toBeGreaterThan(6)
  })

  it('is reminded of at 1, 2, 3 working days, then to the contact and both supervisors', () => {
    const one = resolved().passes(10 * day)
    const reminded = one.all('ticket.consent_reminded')
    expect(reminded.slice(0, 4).map(({ to }) => to)).toEqual([
      ['zhao'],
      ['zhao'],
      ['zhao'],
      ['zhao', 'sun', 'feng', 'chen', 'zhou'],
    ])
    expect(reminded.slice(0, 3).map(({ at }) => (at - (one.ticket.resolution?.at ?? 0)) / day)).toEqual([
      1, 2, 3,
    ])
  })

  it('T13 is reminded of once after an outage, with the count it has reached', () => {
    const one = resolved()
      .later(3 * day)
      .wakes()
    expect(one.all('ticket.consent_reminded').map(({ count }) => count)).toEqual([3])
  })

  it('T12 pressed twice is one consent', () => {
    const one = resolved().does('zhao', confirm)
    const count = one.log.length
    expect(one.does('zhao', confirm).typesSince(count)).toEqual([])
  })

  it('frappe#1502 needs a description, and the cause when a target was missed', () => {
    reported().refuses('li', { ...resolve, description: ' ' }, 'text_missing')
    const late = reported()
      .passes(3 * hours)
      .does('li', { do: 'ticket.claim' })
    late.refuses('li', resolve, 'breach_reason_missing')
    expect(late.does('li', { ...resolve, breachReason: 'Nobody was paged' }).ticket.breachReason).toBe(
      'Nobody was paged',
    )
  })

  it('reminds the person in charge while their confirmation is owed', () => {
    const one = resolved()
      .does('zhao', confirm)
      .passes(2 * day)
    expect(one.all('ticket.confirmation_reminded')[0]).toMatchObject({ to: ['chen', 'qian'] })
  })
})

describe('a rejected solution', () => {
  it('T34 counts the wait as running within the confirmation period, and keeps both readings', () => {
    const one = resolved()
    const before = business(one)
    one.later(day).does('zhao', reject)
    expect(one.all('ticket.solution_rejected')[0]).toMatchObject({
      waitCounts: 'running',
      elapsedIfRunning: before + 8 * hours,
      elapsedIfPaused: before,
    })
    expect(business(one)).toBe(before + 8 * hours)
    expect(one.ticket).toMatchObject({ status: 'in_progress', assignee: 'li' })
  })

  it('T34 counts the wait as paused after it', () => {
    const one = resolved()
    const before = business(one)
    one.later(7 * day).does('zhao', reject)
    expect(one.all('ticket.solution_rejected')[0]).toMatchObject({ waitCounts: 'paused' })
    expect(business(one)).toBe(before)
  })

  it('RS.C1b needs a reason, and arms the ladder again without repeating what fired', () => {
    const one = resolved()
      .refuses('zhao', { ...reject, reason: '' }, 'reason_missing')
      .does('zhao', reject)
    one.passes(60 * day)
    const keys = one.log.flatMap((event) =>
      'epoch' in event ? [`${event.target}:${event.epoch}:${event.rung}`] : [],
    )
    expect(new Set(keys).size).toBe(keys.length)
    expect(one.ticket.promised.resolution.breachedAt).toBeDefined()
  })
})

describe('after closing', () => {
  it('M3.2 is rated once by the customer, never by staff, and a comment can be added', () => {
    const one = closed().refuses('li', { do: 'ticket.rate', score: 5 }, 'not_permitted')
    one
      .does('zhao', { do: 'ticket.rate', score: 2 })
      .does('zhao', { do: 'ticket.rate', score: 2, comment: 'Slow' })
    expect(one.ticket.rating).toEqual({ score: 2, comment: 'Slow' })
    resolved().refuses('zhao', { do: 'ticket.rate', score: 5 }, 'not_rateable')
  })

  it('is reopened within the window: work again, the rating withdrawn, the time since consent nobody’s delay', () => {
    const one = closed()
    const before = business(one)
    one
      .does('zhao', { do: 'ticket.rate', score: 5 })
      .later(day)
      .does('zhao', { do: 'ticket.reopen', reason: 'Back again' })
    expect(one.ticket).toMatchObject({ status: 'in_progress', reopened: 1, assignee: 'li' })
    expect(one.ticket.rating).toBeUndefined()
    expect(business(one)).toBe(before)
    expect(one.ticket.promised.resolution.epoch).toBe(2)
  })

  it('GLPI#23359 the promise of a reopened ticket counts, it is not pending', () => {
    const one = closed().later(day).does('zhao', { do: 'ticket.reopen', reason: 'Back' })
    const before = business(one)
    expect(business(one.later(30 * minutes))).toBe(before + 30 * minutes)
  })

  it('is not reopened after the window', () => {
    closed()
      .later(agreement.closure.reopenWindow * 5)
      .refuses('zhao', { do: 'ticket.reopen', reason: 'Back' }, 'reopen_window_passed')
  })
})
