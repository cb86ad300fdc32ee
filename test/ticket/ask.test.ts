import { describe, expect, it } from 'vitest'
import { agreementOf, dueAt } from '../../src/domain/ticket/clocks.ts'
import { reported } from './given.ts'
import { directory, hours, minutes } from './world.ts'

const question = { do: 'ticket.ask', ask: 'information', text: 'Which site?', of: 'zhao' } as const
const message = { platform: 'web', team: 'local', conversation: 'dm-zhao', message: 'm9' } as const

const asked = () => reported().does('li', { do: 'ticket.claim' }).later(minutes).does('li', question)
const delivered = () => {
  const one = asked().later(minutes)
  return one.bot({ do: 'ticket.record_ask_delivered', askedAt: one.at - minutes, deliveredAt: one.at })
}
const due = (one: ReturnType<typeof asked>) =>
  dueAt(one.ticket, 'resolution', agreementOf(directory, one.ticket))

describe('a request to the customer (M2.C1)', () => {
  it('T36 pauses the clock only once it was really delivered', () => {
    const waiting = asked()
    expect(waiting.ticket).toMatchObject({ status: 'in_progress', pauses: [] })
    expect(due(waiting)).toBeDefined()
    const one = delivered()
    expect(one.ticket).toMatchObject({ status: 'on_hold', pauses: [{ from: one.at }] })
    expect(due(one)).toBeUndefined()
  })

  it('pauses nothing when the answer was quicker than the delivery', () => {
    const one = asked()
    const askedAt = one.at
    one.later(1000).does('zhao', { do: 'ticket.answer', text: 'Beijing' })
    one.bot({ do: 'ticket.record_ask_delivered', askedAt, deliveredAt: askedAt + 500 })
    expect(one.ticket).toMatchObject({ status: 'in_progress', pauses: [] })
  })

  it('zammad#1322 resumes on any word of whoever is asked, wherever it came from', () => {
    const one = delivered()
    const before = due(asked())
    one.later(30 * minutes).does('zhao', { do: 'ticket.add_message', text: 'It is Beijing', message })
    expect(one.ticket).toMatchObject({ status: 'in_progress' })
    expect(one.ticket.ask).toBeUndefined()
    expect(one.all('ticket.customer_answered')).toHaveLength(1)
    expect(due(one)).toBe((before ?? 0) + 30 * minutes)
  })

  it('goes on waiting when somebody else of the customer says something, unless they say that it is the answer', () => {
    const one = delivered()
    const { pauses } = one.ticket
    one.later(30 * minutes).does('sun', { do: 'ticket.add_message', text: 'Zhao is at lunch', message })
    expect(one.all('ticket.message_added')).toHaveLength(1)
    expect(one.ticket).toMatchObject({ status: 'on_hold', pauses, ask: { of: 'zhao' } })
    one.later(minutes).does('sun', { do: 'ticket.answer', text: 'It is Beijing' })
    expect(one.ticket).toMatchObject({ status: 'in_progress', pauses: [{ to: one.at }] })
  })

  it.each(['ticket.add_message', 'ticket.answer'] as const)(
    'M2.C1 takes no words for an approval, of nobody and by no way: it waits for the verdict (%s)',
    (way) => {
      const one = reported().does('li', { ...question, ask: 'approval', of: 'sun' })
      one.bot({ do: 'ticket.record_ask_delivered', askedAt: one.at, deliveredAt: one.at })
      for (const who of ['zhao', 'sun']) one.later(minutes).does(who, { do: way, text: 'Go ahead' })
      expect(one.all('ticket.message_added')).toHaveLength(2)
      expect(one.ticket).toMatchObject({ status: 'on_hold', ask: { of: 'sun' } })
      one.later(minutes).does('sun', { do: 'ticket.answer', text: '', verdict: 'refused' })
      expect(one.ticket).toMatchObject({ status: 'in_progress', pauses: [{ to: one.at }] })
    },
  )

  it('is asked of one person of this customer, one request at a time', () => {
    asked().refuses('wang', question, 'already_asked').refuses('zhao', question, 'not_permitted')
    reported().refuses('li', { ...question, of: 'emma' }, 'unknown_person')
  })

  it('M2.C1 asks a contact for an approval, and only a contact can give it', () => {
    const approval = { ...question, ask: 'approval' } as const
    reported().refuses('li', approval, 'not_permitted')
    const one = reported().does('li', { ...approval, of: 'sun' })
    one.refuses('zhao', { do: 'ticket.answer', text: '', verdict: 'approved' }, 'not_permitted')
    one.does('sun', { do: 'ticket.answer', text: '', verdict: 'approved' })
    expect(one.all('ticket.customer_answered')[0]).toMatchObject({ verdict: 'approved' })
  })

  it('is contested by the customer: the pause is struck, counts as running, and both readings are kept', () => {
    const one = delivered()
    one.later(30 * minutes).refuses('li', { do: 'ticket.contest', reason: 'x' }, 'not_permitted')
    one.does('zhao', { do: 'ticket.contest', reason: 'You have it already' })
    expect(one.all('ticket.pause_contested')[0]).toMatchObject({ struck: 30 * minutes })
    expect(one.ticket).toMatchObject({ status: 'in_progress', pauses: [] })
    expect(due(one)).toBe(due(asked()))
  })

  it('is reminded of, again and again, and neither warns nor nudges meanwhile', () => {
    const one = delivered()
    const count = one.log.length
    one.passes(30 * hours)
    expect(new Set(one.typesSince(count))).toEqual(new Set(['ticket.answer_reminded']))
    expect(one.all('ticket.answer_reminded')[0]).toMatchObject({ to: ['zhao'] })
  })
})
