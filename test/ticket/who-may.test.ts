import { describe, expect, it } from 'vitest'
import type { TicketWish } from '../../src/domain/ticket/command.ts'
import { actor, reported, reportWish, story } from './given.ts'
import { minutes } from './world.ts'

const solve: TicketWish = { do: 'ticket.resolve', description: 'Restarted it', workaround: false }
const consent: TicketWish = { do: 'ticket.confirm_solution' }
const close: TicketWish = { do: 'ticket.close' }
const lower: TicketWish = { do: 'ticket.override', priority: 'P4', reason: 'one person' }

const owned = () => reported().does('li', { do: 'ticket.claim' })
const solved = () => owned().does('li', solve)
const closed = () => solved().does('zhao', consent).does('chen', close)
const asked = () => {
  const one = owned().does('li', { do: 'ticket.ask', ask: 'approval', text: 'Restart it?', of: 'sun' })
  const askedAt = one.ticket.ask?.askedAt ?? 0
  return one.bot({ do: 'ticket.record_ask_delivered', askedAt, deliveredAt: one.at })
}
type Situation = () => ReturnType<typeof owned>
type Act = readonly [Situation, TicketWish]

const ofTheSupplier: readonly Act[] = [
  [reported, { do: 'ticket.claim' }],
  [owned, { do: 'ticket.reassign', to: 'wang', reason: { internal: 'knows the network' } }],
  [owned, { do: 'ticket.classify', category: 'security' }],
  [owned, lower],
  [owned, { do: 'ticket.note', text: { internal: 'the switch is old' } }],
  [owned, { do: 'ticket.update', text: 'looking at the switch' }],
  [owned, { do: 'ticket.ask', ask: 'information', text: 'Which floor?', of: 'zhao' }],
  [owned, { do: 'ticket.mark_out_of_scope', reason: 'a printer' }],
  [owned, solve],
  [() => solved().does('zhao', consent), close],
]
const same: TicketWish = { do: 'ticket.mark_duplicate', master: 'HX-2', reason: 'the same' }
const ofTheCustomer: readonly Act[] = [
  [() => owned().does('li', lower), { do: 'ticket.agree_downgrade' }],
  [() => owned().does('li', lower), { do: 'ticket.decline_downgrade', reason: 'it is worse' }],
  [() => owned().does('li', same), { do: 'ticket.agree_merge', master: 'HX-2' }],
  [() => owned().does('li', same), { do: 'ticket.decline_merge', reason: 'another floor' }],
  [asked, { do: 'ticket.answer', text: 'yes', verdict: 'approved' }],
  [solved, consent],
  [solved, { do: 'ticket.reject_solution', reason: 'still down' }],
  [closed, { do: 'ticket.rate', score: 5 }],
  [owned, { do: 'ticket.cancel', reason: 'our own switch' }],
]

const named = (acts: readonly Act[]) => acts.map(([situation, wish]) => ({ name: wish.do, situation, wish }))

describe('X1 what may be added to a record, and by whom', () => {
  it.each(named(ofTheSupplier))('$name is the supplier’s', ({ situation, wish }) => {
    for (const who of ['zhao', 'sun', 'feng']) situation().refuses(who, wish, 'not_permitted')
    situation().refuses('emma', wish, 'not_found')
    situation().does('chen', wish)
  })

  it.each(named(ofTheCustomer))(
    'T56 $name is the customer’s, whoever of the supplier asks for it',
    ({ situation, wish }) => {
      for (const who of ['li', 'wang', 'chen', 'zheng']) situation().refuses(who, wish, 'not_permitted')
      situation().refuses('emma', wish, 'not_found')
      situation().does('sun', wish)
    },
  )

  it('is asked anew at each act: nothing is added by the bot on somebody’s behalf', () => {
    for (const [situation, wish] of [...ofTheSupplier, ...ofTheCustomer]) {
      const one = situation()
      const before = one.log.length
      expect(one.bot(wish).log.length, wish.do).toBe(before)
    }
  })
})

describe('T56 whoever made it', () => {
  it('does not confirm it for the other side, be they in charge of the closing or not', () => {
    const one = reported().does('chen', { do: 'ticket.claim' }).does('chen', solve)
    one.refuses('chen', consent, 'not_permitted').refuses('chen', close, 'awaiting_customer_consent')
    one.does('zhao', consent).refuses('zhao', close, 'not_permitted')
    expect(one.does('chen', close).ticket.status).toBe('closed')
  })

  it('does not consent to what they logged for somebody, nor rate it', () => {
    const one = story().does('li', reportWish({ source: 'phone' }))
    one.does('li', solve).refuses('li', consent, 'not_permitted')
    one.does('zhao', consent).does('chen', close)
    for (const who of ['li', 'chen']) one.refuses(who, { do: 'ticket.rate', score: 5 }, 'not_permitted')
  })
})

describe('RS.4 the record of a ticket', () => {
  it('holds its classifying, handing out, handling, escalation, handing on and closing, each with who and when', () => {
    const one = reported()
      .later(minutes)
      .does('li', { do: 'ticket.classify', category: 'network' })
      .does('li', { do: 'ticket.claim' })
      .later(minutes)
      .does('zhao', { do: 'ticket.escalate', reason: 'the whole office waits' })
      .does('li', { do: 'ticket.reassign', to: 'wang', reason: { internal: 'knows the network' } })
      .later(minutes)
      .does('wang', solve)
      .does('zhao', consent)
      .does('chen', close)
    const key = one.log.map(({ type, by, at }) => [type, by.kind === 'person' ? by.id : by.kind, at])
    const start = one.at - 3 * minutes
    expect(key).toEqual([
      ['ticket.reported', 'zhao', start],
      ['ticket.dispatched', 'bot', start],
      ['ticket.classified', 'li', start + minutes],
      ['ticket.acknowledged', 'li', start + minutes],
      ['ticket.escalated_by_hand', 'zhao', start + 2 * minutes],
      ['ticket.reassigned', 'li', start + 2 * minutes],
      ['ticket.resolved', 'wang', one.at],
      ['ticket.solution_confirmed', 'zhao', one.at],
      ['ticket.closed', 'chen', one.at],
    ])
    expect(one.log.filter(({ by }) => by.kind === 'person').map(({ by }) => by)).toContainEqual(actor('wang'))
  })

  it('only grows: whatever is said to have been changed or deleted in the chat is added to it', () => {
    const message = { platform: 'web', team: 'local', conversation: 'dm-zhao', message: 'm1' } as const
    const one = reported()
    const before = [...one.log]
    one.does('zhao', { do: 'ticket.edit_message', message, text: 'It is the printer', internal: false })
    one.does('zhao', { do: 'ticket.delete_message', message, internal: false })
    expect(one.log.slice(0, before.length)).toEqual(before)
    expect(one.typesSince(before.length)).toEqual(['ticket.message_edited', 'ticket.message_deleted'])
  })
})
