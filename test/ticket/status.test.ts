import { describe, expect, it } from 'vitest'
import { isPaused } from '../../src/domain/ticket/clocks.ts'
import type { TicketWish } from '../../src/domain/ticket/command.ts'
import { reported } from './given.ts'
import { minutes } from './world.ts'

const ask = { do: 'ticket.ask', ask: 'information', text: 'Which port?', of: 'zhao' } as const
const outOfScope: TicketWish = { do: 'ticket.mark_out_of_scope', reason: 'not agreed' }
const agree: TicketWish = { do: 'ticket.agree_merge', master: 'HX-9' }
const contest: TicketWish = { do: 'ticket.contest', reason: 'it is' }
const duplicate: TicketWish = { do: 'ticket.mark_duplicate', master: 'HX-9', reason: 'the same' }

const asked = () => {
  const life = reported().does('li', { do: 'ticket.claim' }).does('li', ask)
  const delivered: TicketWish = { do: 'ticket.record_ask_delivered', askedAt: life.at, deliveredAt: life.at }
  return { life, delivered }
}
const stands = ({ ticket }: ReturnType<typeof reported>) => [ticket.status, isPaused(ticket)]

describe('how a ticket stands follows from what holds', () => {
  it('M2.C1 answered while it was decided to be out of scope, it is no longer on hold when that is contested', () => {
    const { life, delivered } = asked()
    life.bot(delivered).later(minutes).does('li', outOfScope).later(minutes)
    life.does('zhao', { do: 'ticket.answer', text: '12' }).does('zhao', contest)
    expect(stands(life)).toEqual(['in_progress', false])
  })

  it('M2.C1 not answered, it is on hold again, with the person asked', () => {
    const { life, delivered } = asked()
    life
      .bot(delivered)
      .later(minutes)
      .does('li', duplicate)
      .does('zhao', agree)
      .later(minutes)
      .does('zhao', contest)
    expect(stands(life)).toEqual(['on_hold', true])
    expect(life.ticket.ask?.of).toBe('zhao')
  })

  it('M2.C1 asked by a request that arrives while it is cancelled, its clock pauses from then on', () => {
    const { life, delivered } = asked()
    life.does('li', outOfScope).later(minutes).bot(delivered)
    expect(life.ticket.status).toBe('cancelled')
    life.later(minutes).does('zhao', contest)
    expect(stands(life)).toEqual(['on_hold', true])
    life.does('zhao', { do: 'ticket.answer', text: '12' })
    expect(stands(life)).toEqual(['in_progress', false])
  })

  it('RS.5d contested before anybody acted on it, it is new', () => {
    const life = reported().does('li', outOfScope).does('zhao', contest)
    expect(stands(life)).toEqual(['new', false])
  })
})
