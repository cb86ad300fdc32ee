import { describe, expect, it } from 'vitest'
import { customerTicket } from '../../src/domain/ticket/customer-ticket.ts'
import { nextActor } from '../../src/domain/ticket/next-actor.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { reported } from './given.ts'
import { directory, withoutPeople } from './world.ts'

type Story = ReturnType<typeof reported>

const taken = () => reported().does('li', { do: 'ticket.claim' })
const asked = (ask: 'information' | 'approval' | 'access', of = 'zhao') =>
  taken().does('li', { do: 'ticket.ask', ask, text: 'Which building?', of })
const resolved = () =>
  taken().does('li', { do: 'ticket.resolve', description: 'Replaced the roller', workaround: false })
const consented = () => resolved().does('zhao', { do: 'ticket.confirm_solution' })
const lowering = (story: Story) =>
  story.does('li', { do: 'ticket.assess', urgency: 'low', impact: 'low', reason: 'a second line is up' })

const supplier = (act: string, ...people: readonly string[]) => ({ side: 'supplier', act, people })
const customer = (act: string, ...people: readonly string[]) => ({ side: 'customer', act, people })

describe('who must act next', () => {
  it.each<[what: string, given: () => Story, next: unknown]>([
    ['a new one in somebody’s queue', () => reported(), supplier('take', 'li')],
    ['one that is worked on', taken, supplier('solve', 'li')],
    [
      'one that was handed on',
      () => taken().does('li', { do: 'ticket.reassign', to: 'wang', reason: { internal: 'away' } }),
      supplier('solve', 'wang'),
    ],
    ['one that asks for information', () => asked('information'), customer('answer', 'zhao')],
    ['one that asks for access', () => asked('access'), customer('answer', 'zhao')],
    ['one that asks for an approval', () => asked('approval', 'sun'), customer('decide', 'sun')],
    [
      'one whose clock is paused for an answer',
      () => {
        const story = asked('information')
        const { ask } = story.ticket
        return story.bot({
          do: 'ticket.record_ask_delivered',
          askedAt: ask?.askedAt ?? 0,
          deliveredAt: story.at,
        })
      },
      customer('answer', 'zhao'),
    ],
    [
      'one that was answered',
      () => asked('information').does('zhao', { do: 'ticket.answer', text: 'Building 2' }),
      supplier('solve', 'li'),
    ],
    [
      'a new one whose lower priority waits: it is to be taken all the same',
      () => lowering(reported()),
      supplier('take', 'li'),
    ],
    ['one whose lower priority waits', () => lowering(taken()), customer('lower', 'zhao', 'sun')],
    ['a solution', resolved, customer('consent', 'zhao', 'sun')],
    ['a solution that is agreed to', consented, supplier('confirm', 'chen', 'qian')],
    [
      'a solution that was none',
      () => resolved().does('zhao', { do: 'ticket.reject_solution', reason: 'it is jammed again' }),
      supplier('solve', 'li'),
    ],
    ['a closed one', () => consented().does('chen', { do: 'ticket.close' }), undefined],
    [
      'one that was reopened',
      () =>
        consented()
          .does('chen', { do: 'ticket.close' })
          .does('zhao', { do: 'ticket.reopen', reason: 'it is jammed again' }),
      supplier('solve', 'li'),
    ],
    [
      'a withdrawn one',
      () => reported().does('zhao', { do: 'ticket.cancel', reason: 'found it' }),
      undefined,
    ],
    [
      'an escalated one: the work is still its owner’s',
      () => taken().does('zhao', { do: 'ticket.escalate', reason: 'payroll stands still' }),
      supplier('solve', 'li'),
    ],
  ])('of %s', (_, given, next) => {
    const { ticket } = given()
    const found = nextActor(ticket, directory)
    if (next === undefined) expect(found).toBeUndefined()
    else expect(found).toEqual(next)
  })

  it('is read by the customer without whose queue it stands in', () => {
    expect(nextActor(customerTicket(reported().ticket), directory)).toEqual(supplier('take'))
    expect(nextActor(customerTicket(asked('approval', 'sun').ticket), directory)).toEqual(
      customer('decide', 'sun'),
    )
  })

  it('is nobody who left: the next of them, or whoever takes it', () => {
    const of = (ticket: Ticket, ...gone: readonly string[]) =>
      nextActor(ticket, withoutPeople(...gone).directory)
    expect(of(taken().ticket, 'li')).toMatchObject({ side: 'supplier', act: 'take' })
    expect(of(asked('information').ticket, 'zhao')).toEqual(customer('answer', 'sun'))
    expect(of(resolved().ticket, 'zhao')).toEqual(customer('consent', 'sun'))
    expect(of(consented().ticket, 'chen')).toEqual(supplier('confirm', 'qian'))
  })
})
