import { describe, expect, it } from 'vitest'
import type { Person } from '../../src/domain/people/directory.ts'
import { isPaused } from '../../src/domain/ticket/clocks.ts'
import type { TicketWish } from '../../src/domain/ticket/command.ts'
import { customerEvent } from '../../src/domain/ticket/customer-event.ts'
import type { TicketEvent } from '../../src/domain/ticket/event.ts'
import { evolve } from '../../src/domain/ticket/evolve.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { ticketItem } from '../../src/domain/ticket/ticket-item.ts'
import { reported } from './given.ts'
import { agreement, directory as everybody, hours, minutes, withoutPeople } from './world.ts'

const high = { value: 'high', reason: '', suggested: false }
const stateOf = (log: readonly TicketEvent[]) => log.reduce<Ticket | undefined>(evolve, undefined)
const type = 'ticket.escalation_repeated'

describe('people who left', () => {
  it('RS.5d a claim by another is no refusal when the owner left', () => {
    const world = withoutPeople('li')
    const life = reported().does('li', { do: 'ticket.claim' })
    life.in(world).does('wang', { do: 'ticket.claim' })
    expect(life.ticket.assignee).toBe('wang')
    expect(life.ticket.promised.response.metAt).toBe(life.all('ticket.acknowledged')[0]?.at)
  })

  it.each<[string, TicketWish]>([
    ['owned', { do: 'ticket.claim' }],
    ['not taken yet', { do: 'ticket.classify', category: 'network' }],
  ])('I6 an orphan, %s, is due at once, and no longer once it is queued', (_, wish) => {
    const world = withoutPeople('li')
    const life = reported().does('li', wish).in(world).later(minutes)
    expect(ticketItem.nextDue(life.ticket, world)).toBeLessThanOrEqual(life.at)
    life.wakes()
    expect(life.all('ticket.owner_left')).toMatchObject([{ was: 'li', to: 'wang', tier: 1 }])
    expect(ticketItem.nextDue(life.ticket, world)).toBeGreaterThan(life.at)
    expect(life.wakes().all('ticket.owner_left')).toHaveLength(1)
  })

  it('M2.C1 a request whose person left is reminded to the contact and the owner', () => {
    const life = reported().does('li', {
      ...{ do: 'ticket.ask', ask: 'information', text: 'Which port?', of: 'zhao' },
    })
    life.bot({ do: 'ticket.record_ask_delivered', askedAt: life.at, deliveredAt: life.at })
    life.in(withoutPeople('zhao')).passes(24 * hours)
    expect(life.all('ticket.answer_reminded')[0]).toMatchObject({ to: ['sun', 'li'], gone: 'zhao' })
    life.does('sun', { do: 'ticket.answer', text: '12' })
    expect(life.ticket.status).toBe('in_progress')
  })

  it('M2.C1 another is asked in place of one who left, and the clock waits from when they were', () => {
    const ask = { do: 'ticket.ask', ask: 'information', text: 'Which port?' } as const
    const delivered = ({ at }: typeof life): TicketWish => ({
      ...{ do: 'ticket.record_ask_delivered', askedAt: at, deliveredAt: at },
    })
    const life = reported().does('li', { ...ask, of: 'zhao' })
    life.bot(delivered(life)).later(minutes)
    life.refuses('li', { ...ask, of: 'sun' }, 'already_asked')
    life.in(withoutPeople('zhao')).does('li', { ...ask, of: 'sun' })
    expect([life.ticket.status, isPaused(life.ticket)]).toEqual(['in_progress', false])
    life.bot(delivered(life))
    expect([life.ticket.status, isPaused(life.ticket), life.ticket.ask?.of]).toEqual(['on_hold', true, 'sun'])
    life.does('sun', { do: 'ticket.answer', text: '12' })
    expect(isPaused(life.ticket)).toBe(false)
  })

  it('RS.6c an acknowledgement owed by somebody who left is asked of the next level, not of who gave theirs', () => {
    const life = reported({ impact: high, urgency: high }).does('li', { do: 'ticket.claim' })
    life.passes(2 * hours - minutes)
    expect(life.ticket.escalations.map(({ waitingFor }) => waitingFor)).toContainEqual(['zhou', 'feng'])
    life
      .does('feng', { do: 'ticket.acknowledge_escalation' })
      .in(withoutPeople('zhou'))
      .passes(20 * minutes)
    const asked = life.all(type).find(({ gone }) => gone !== undefined)
    expect(asked).toMatchObject({ to: ['wu', 'qian'], gone: ['zhou'] })
  })

  it('RS.6c one who changed sides owes nothing of the side they were of', () => {
    const life = reported({ impact: high, urgency: high }).does('li', { do: 'ticket.claim' })
    life.passes(2 * hours - minutes)
    const zhou = { ...everybody.people.zhou, side: 'customer', org: 'huaxin', roles: ['reporter'] } as Person
    life.in({ directory: { ...everybody, people: { ...everybody.people, zhou } } }).passes(20 * minutes)
    const asked = life.all(type).find(({ gone }) => gone !== undefined)
    expect(asked).toMatchObject({ gone: ['zhou'], customers: ['feng'] })
    expect(asked?.to).not.toContain('zhou')
    expect(asked?.to).toContain('wu')
  })

  it('T54 the record says whom it told as the customer’s people, whoever they are of since', () => {
    const life = reported({ impact: high, urgency: high }).does('li', { do: 'ticket.claim' })
    life.passes(3 * hours)
    const bluebird = { side: 'customer', org: 'bluebird', roles: ['reporter'] } as const
    const li = { ...everybody.people.li, ...bluebird } as Person
    const without = withoutPeople('feng').directory
    const since = { ...without, people: { ...without.people, li } }
    const heard = (at: typeof everybody) =>
      life.log.flatMap((event) => {
        const seen = customerEvent(event, at)
        return seen === undefined ? [] : [{ type: seen.type, to: 'to' in seen ? seen.to : [] }]
      })
    expect(heard(since)).toEqual(heard(everybody))
    expect(JSON.stringify(heard(since))).toContain('feng')
    expect(JSON.stringify(heard(since))).not.toContain('li')
  })

  it('RS.8 consent, approval and closing pass to the next level', () => {
    const world = withoutPeople('zhao', 'sun', 'chen', 'qian')
    const life = reported()
    life.does('li', { do: 'ticket.resolve', description: 'New cable', workaround: false })
    life.in(world).refuses('wu', { do: 'ticket.close' }, 'not_permitted')
    life.does('feng', { do: 'ticket.confirm_solution' }).does('zhou', { do: 'ticket.close' })
    expect(life.ticket.status).toBe('closed')
    expect(agreement.closure.personInCharge).not.toContain('department_manager')
  })

  it('RS.8 whoever is left of the customer is asked to say that it is solved', () => {
    const { directory } = withoutPeople('zhao', 'sun', 'feng', 'han')
    const colleague = { ...everybody.people.zhao, id: 'wei' } as Person
    const life = reported().does('li', { do: 'ticket.resolve', description: 'New cable', workaround: false })
    life
      .in({ directory: { ...directory, people: { ...directory.people, wei: colleague } } })
      .passes(24 * hours)
    expect(life.all('ticket.consent_reminded')[0]?.to).toContain('wei')
  })

  it('I6 a solution that nobody is left to agree to can be ended by a lead, and contested by whoever comes back', () => {
    const scope: TicketWish = { do: 'ticket.mark_out_of_scope', reason: 'no customer any more' }
    const life = reported().does('li', { do: 'ticket.resolve', description: 'New cable', workaround: false })
    const world = withoutPeople('zhao', 'sun', 'feng', 'han')
    life.refuses('chen', scope, 'wrong_status').in(world)
    life.refuses('li', scope, 'wrong_status').does('chen', scope)
    expect(ticketItem.nextDue(life.ticket, world)).toBeUndefined()
    life.in({ directory: everybody }).does('sun', { do: 'ticket.contest', reason: 'it is' })
    expect([life.ticket.status, life.ticket.resolution]).toEqual(['in_progress', undefined])
    expect(life.ticket.promised.resolution).toMatchObject({ epoch: 2, since: life.at })
    expect(life.ticket.promised.resolution.metAt).toBeUndefined()
  })

  it('folds an old log to what it came to', () => {
    const life = reported().does('li', { do: 'ticket.claim' }).passes(hours)
    expect(stateOf(life.log)).toEqual(life.ticket)
  })
})
