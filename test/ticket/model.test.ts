import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TicketWish } from '../../src/domain/ticket/command.ts'
import type { TicketEvent } from '../../src/domain/ticket/event.ts'
import { evolve } from '../../src/domain/ticket/evolve.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { runs } from '../support/length.ts'
import { reported } from './given.ts'
import { checkInvariants } from './invariants.ts'
import { hours, minutes } from './world.ts'

type Story = ReturnType<typeof reported>

/** What the model knows: whether the customer's consent stands, counted by its own two rules, not by the ticket's. */
type Model = { consent: boolean; closed: boolean }

const people = ['li', 'wang', 'chen', 'qian', 'zhou', 'zhao', 'sun', 'feng', 'emma'] as const
const level = fc.constantFrom('high', 'medium', 'low')
const text = fc.constantFrom('', ' ', 'because', '原因')
const message = fc
  .integer({ min: 1, max: 9 })
  .map((n) => ({ platform: 'web', team: 'local', conversation: 'c', message: `m${n}` }) as const)

const wish: fc.Arbitrary<TicketWish> = fc.oneof(
  fc.constantFrom<TicketWish>(
    { do: 'ticket.claim' },
    { do: 'ticket.agree_downgrade' },
    { do: 'ticket.agree_merge', master: 'HX-2' },
    { do: 'ticket.mark_duplicate', master: 'HX-2', reason: 'the same' },
    { do: 'ticket.confirm_solution' },
    { do: 'ticket.close' },
    { do: 'ticket.acknowledge_escalation' },
    { do: 'ticket.wake' },
  ),
  fc.record({
    do: fc.constant('ticket.reassign' as const),
    to: fc.constantFrom(...people),
    reason: text.map((internal) => ({ internal })),
  }),
  fc.record({ do: fc.constant('ticket.assess' as const), impact: level, urgency: level, reason: text }),
  fc.record({
    do: fc.constant('ticket.override' as const),
    priority: fc.constantFrom('P1' as const, 'P2' as const, 'P3' as const, 'P4' as const),
    reason: text,
  }),
  fc.record({
    do: fc.constantFrom(
      'ticket.decline_downgrade' as const,
      'ticket.decline_merge' as const,
      'ticket.contest' as const,
      'ticket.reject_solution' as const,
      'ticket.reopen' as const,
      'ticket.contest' as const,
      'ticket.escalate' as const,
    ),
    reason: text,
  }),
  fc.record({
    do: fc.constantFrom('ticket.cancel' as const, 'ticket.mark_out_of_scope' as const),
    reason: text,
  }),
  fc.record({ do: fc.constant('ticket.add_message' as const), text, message }),
  fc.record({ do: fc.constant('ticket.update' as const), text }),
  fc.record({
    do: fc.constant('ticket.ask' as const),
    ask: fc.constantFrom('information' as const, 'approval' as const),
    text,
    of: fc.constantFrom('zhao', 'sun', 'emma'),
  }),
  fc.record({ do: fc.constant('ticket.answer' as const), text }),
  fc.record({
    do: fc.constant('ticket.resolve' as const),
    description: text,
    workaround: fc.boolean(),
    breachReason: text,
  }),
  fc.record({
    do: fc.constant('ticket.rate' as const),
    score: fc.constantFrom(1 as const, 3 as const, 5 as const),
  }),
)

/** The model's own rule of consent: given by a press of the customer, taken back when the work goes on. */
const follow = (model: Model, events: readonly TicketEvent[]): void => {
  for (const event of events) {
    const customer = event.by.kind === 'person' && event.by.side === 'customer'
    if (event.type === 'ticket.solution_confirmed')
      model.consent = customer && ['zhao', 'sun'].includes(event.by.id)
    if (event.type === 'ticket.solution_rejected' || event.type === 'ticket.reopened') model.consent = false
    if (event.type === 'ticket.closed') {
      expect(model.consent, 'I7 closed without the customer’s consent').toBe(true)
      expect(event.by, 'I7 closed by the supplier’s person in charge').toMatchObject({ side: 'supplier' })
      model.closed = true
    }
    if (event.type === 'ticket.reopened') model.closed = false
  }
}

const step = (name: string, act: (story: Story) => void): fc.Command<Model, Story> => ({
  check: () => true,
  run: (model, story) => {
    const before = story.log.length
    const elapsed = story.ticket
    act(story)
    follow(model, story.log.slice(before))
    expect(story.ticket.status === 'closed').toBe(model.closed)
    checkInvariants(story, elapsed, before)
  },
  toString: () => name,
})

const act = fc
  .tuple(fc.constantFrom(...people), wish)
  .map(([who, one]) => step(`${who} ${JSON.stringify(one)}`, (story) => story.tries(who, one)))
const pass = fc
  .constantFrom(0, 1, 90_000, 20 * minutes, hours, 9 * hours, 30 * hours, 24 * 4 * hours)
  .map((ms) => step(`pass ${ms}`, (story) => story.passes(ms)))
const outage = fc
  .constantFrom(90_000, hours, 30 * hours)
  .map((ms) => step(`outage ${ms}`, (story) => story.later(ms).wakes()))
const deliver = fc.constant(
  step('deliver the request', (story) => {
    const askedAt = story.ticket.ask?.askedAt ?? 0
    story.bot({ do: 'ticket.record_ask_delivered', askedAt, deliveredAt: story.at })
  }),
)

describe('random stories', () => {
  it('I1–I7 hold whatever people press and whenever the bot sleeps', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        level,
        level,
        fc.commands([act, act, act, pass, outage, deliver], { maxCommands: 40 }),
        (impact, urgency, commands) => {
          const judged = (value: string) => ({ value, reason: '', suggested: true })
          const story = reported({ impact: judged(impact), urgency: judged(urgency) })
          fc.modelRun(() => ({ model: { consent: false, closed: false }, real: story }), commands)
          const folded = story.log.reduce<Ticket | undefined>(evolve, undefined)
          expect(folded, 'I1 the state is what its log comes to').toEqual(story.ticket)
        },
      ),
      { numRuns: runs(1500), verbose: 1 },
    )
  })
})
