import { describe, expect, expectTypeOf, it } from 'vitest'
import type { CustomerOccasion } from '../../src/announce/customer-parts.ts'
import type { CustomerEvent } from '../../src/domain/ticket/customer-event.ts'
import { type CustomerTicket, customerTicket } from '../../src/domain/ticket/customer-ticket.ts'
import type { InternalText, TicketEvent } from '../../src/domain/ticket/event.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import type { customerCard } from '../../src/view/customer-card.ts'
import { line, type openLine } from '../../src/view/open-line.ts'
import { occasions } from '../announce/lives.ts'
import { directoryIn } from '../announce/worlds.ts'

type Takes<Speaks extends (first: never, ...rest: never[]) => unknown> = Parameters<Speaks>[0]

describe('what speaks to a customer (T54)', () => {
  it('does not compile with a whole ticket, a whole event or internal words', () => {
    expectTypeOf<Ticket>().not.toExtend<Takes<typeof customerCard>>()
    expectTypeOf<Ticket>().not.toExtend<CustomerOccasion['ticket']>()
    expectTypeOf<TicketEvent>().not.toExtend<Takes<typeof openLine>>()
    expectTypeOf<TicketEvent>().not.toExtend<CustomerOccasion['event']>()
    expectTypeOf<InternalText>().not.toExtend<Takes<typeof line>>()
    expectTypeOf<CustomerTicket>().toExtend<Takes<typeof customerCard>>()
    expectTypeOf<CustomerEvent>().toExtend<Takes<typeof openLine>>()
    // @ts-expect-error internal words are not text, not even as a quote
    expect(() => line('', { internal: 'x' })).toThrow()
  })
})

describe('the customer’s ticket (T54)', () => {
  it('holds what is listed for them and nothing else', () => {
    const tickets = occasions(directoryIn('en')).map(({ after }) => after)
    const seen = new Set(tickets.flatMap((ticket) => Object.keys(customerTicket(ticket))))
    const hidden = ['escalations', 'fired', 'followers', 'tier', 'dispatchedTo', 'nudgedAt', 'contests']
    expect(hidden.filter((key) => seen.has(key))).toEqual([])
    expect(new Set(tickets.flatMap((ticket) => Object.keys(ticket)))).toContain('escalations')
    expect(seen).toContain('audience')
  })
})
