import { expect } from 'vitest'
import type { Actor, World } from '../../src/domain/item/item.ts'
import { agreementOf } from '../../src/domain/ticket/clocks.ts'
import type { TicketWish } from '../../src/domain/ticket/command.ts'
import { decide } from '../../src/domain/ticket/decide.ts'
import type { TicketEvent, TicketEventType } from '../../src/domain/ticket/event.ts'
import { evolve } from '../../src/domain/ticket/evolve.ts'
import { moments } from '../../src/domain/ticket/moments.ts'
import type { TicketRefusal } from '../../src/domain/ticket/refusal.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { directory, monday, world as usual } from './world.ts'

/** A person of the test world as an actor. */
export const actor = (id: string): Actor => {
  const person = directory.people[id]
  if (person === undefined) throw new Error(`nobody is called ${id}`)
  return { kind: 'person', id, side: person.side, org: person.org }
}

/** The report every story begins with: P3 unless the inputs say otherwise. */
export const reportWish = (
  parts: Partial<Extract<TicketWish, { do: 'ticket.report' }>> = {},
): TicketWish => ({
  do: 'ticket.report',
  id: 'HX-1',
  supplier: 'yunheng',
  customer: 'huaxin',
  reporter: 'zhao',
  text: 'The VPN is down\nfor everybody',
  source: 'chat',
  reportedAt: monday,
  category: { value: 'network', reason: '"VPN"', suggested: true },
  impact: { value: 'medium', reason: '', suggested: true },
  urgency: { value: 'medium', reason: '', suggested: true },
  message: { platform: 'web', team: 'local', conversation: 'dm-zhao', message: 'm1' },
  ...parts,
})

/** A ticket's life told step by step on a hand-turned clock; each act is decided on what went before. */
export const story = (options: { readonly world?: World } = {}) => {
  let at = monday
  let ticket: Ticket | undefined
  const log: TicketEvent[] = []
  let world = options.world ?? usual
  const run = (wish: TicketWish, by: Actor) => {
    const decision = decide(ticket, { ...wish, at, by }, world)
    if (decision.ok)
      for (const event of decision.value) {
        ticket = evolve(ticket, event)
        log.push(event)
      }
    return decision
  }
  const self = {
    log,
    get ticket(): Ticket {
      if (ticket === undefined) throw new Error('nothing was reported')
      return ticket
    },
    get at() {
      return at
    },
    /** From now on the world is another: people left, moved or came. */
    in(changed: World) {
      world = changed
      return self
    },
    /** The clock moves on; nothing wakes by itself. */
    later(ms: number) {
      at += ms
      return self
    },
    /** A person's act, which must be accepted. */
    does(who: string, wish: TicketWish) {
      const decision = run(wish, actor(who))
      expect(decision, `${who} ${wish.do}`).toMatchObject({ ok: true })
      return self
    },
    /** A person's act, which must be refused with this code. */
    refuses(who: string, wish: TicketWish, code: TicketRefusal['code']) {
      const decision = run(wish, actor(who))
      expect(
        decision.ok ? decision.value.map(({ type }) => type) : decision.no.code,
        `${who} ${wish.do}`,
      ).toBe(code)
      return self
    },
    /** A person's act, whatever comes of it. */
    tries(who: string, wish: TicketWish) {
      run(wish, actor(who))
      return self
    },
    /** The bot wakes at every moment that comes due on the way, as a healthy queue would. */
    passes(ms: number) {
      const end = at + ms
      for (;;) {
        const due = moments(self.ticket, agreementOf(world.directory, self.ticket)).map((moment) => moment.at)
        const next = Math.min(...due)
        if (!(next <= end)) break
        at = Math.max(at, next)
        run({ do: 'ticket.wake' }, { kind: 'bot' })
      }
      at = end
      return self
    },
    /** One wake-up now, after an outage. */
    wakes() {
      run({ do: 'ticket.wake' }, { kind: 'bot' })
      return self
    },
    bot(wish: TicketWish) {
      run(wish, { kind: 'bot' })
      return self
    },
    all<Type extends TicketEventType>(type: Type): Extract<TicketEvent, { type: Type }>[] {
      return log.filter((event): event is Extract<TicketEvent, { type: Type }> => event.type === type)
    },
    /** The types of the events since the given count. */
    typesSince(count: number) {
      return log.slice(count).map(({ type }) => type)
    },
  }
  return self
}

/** A story whose report was accepted just now. */
export const reported = (
  parts: Partial<Extract<TicketWish, { do: 'ticket.report' }>> = {},
  options: { readonly world?: World } = {},
) => story(options).does(parts.reporter ?? 'zhao', reportWish(parts))
