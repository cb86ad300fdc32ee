import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { announce } from '../../src/announce/announce.ts'
import type { Actor } from '../../src/domain/item/item.ts'
import type { Directory } from '../../src/domain/people/directory.ts'
import { memberOf } from '../../src/domain/people/members.ts'
import type { TicketWish } from '../../src/domain/ticket/command.ts'
import { decide } from '../../src/domain/ticket/decide.ts'
import type { TicketEvent } from '../../src/domain/ticket/event.ts'
import { evolve } from '../../src/domain/ticket/evolve.ts'
import { effectsOf } from '../../src/domain/ticket/merge.ts'
import { ownerOf } from '../../src/domain/ticket/permission.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { ticketItem } from '../../src/domain/ticket/ticket-item.ts'
import { reportWish } from './given.ts'
import { directory as everybody, hours, minutes, monday } from './world.ts'

type Tickets = ReadonlyMap<string, Ticket>
type Happened = { readonly before: Ticket | undefined; readonly after: Ticket; readonly event: TicketEvent }
type State = { at: number; directory: Directory; tickets: Tickets }
type One = { readonly item: string; readonly wish: TicketWish }

const ids = ['HX-1', 'HX-2', 'HX-3', 'HX-4'] as const
const bot: Actor = { kind: 'bot' }

/** Decides a wish and what follows from it in other tickets: all of it, or, where one of them is refused, nothing. */
const decided = ({ at, directory, tickets }: State, first: One, by: Actor) => {
  const now = new Map(tickets)
  const happened: Happened[] = []
  for (let next: readonly One[] = [first]; next.length > 0; ) {
    const effects: One[] = []
    for (const { item, wish } of next) {
      const decision = decide(now.get(item), { ...wish, at, by }, { directory })
      if (!decision.ok) return undefined
      for (const event of decision.value) {
        const before = now.get(item)
        const after = evolve(before, event)
        now.set(item, after)
        happened.push({ before, after, event })
        effects.push(...(effectsOf({ event, before, after }) as readonly One[]))
      }
    }
    next = effects
  }
  return { tickets: now, happened }
}

/** What of an event's own side is said to the other one, some person of which hears it while anybody is left. */
const heardBy: { readonly [type: string]: 'supplier' | 'customer' } = {
  ...{ 'ticket.acknowledged': 'customer', 'ticket.progress_reported': 'customer' },
  ...{ 'ticket.customer_asked': 'customer', 'ticket.resolved': 'customer', 'ticket.closed': 'customer' },
  ...{ 'ticket.message_added': 'supplier', 'ticket.customer_answered': 'supplier' },
  ...{ 'ticket.merge_proposed': 'customer' },
  ...{ 'ticket.solution_rejected': 'supplier', 'ticket.contested': 'supplier' },
}

const checkTold = ({ directory }: State, { event, before, after }: Happened): void => {
  const isMember = (id: string) => memberOf(directory, after, id) !== undefined
  const told = announce({ event, before, after, seq: 1, directory, now: event.at })
  const isOfSide = ({ to, side }: (typeof told)[number]) => {
    const id = to.kind === 'person' ? to.person : to.kind === 'report_thread' ? after.reporter : undefined
    return id === undefined || memberOf(directory, after, id, side) !== undefined
  }
  expect(
    told.filter((one) => !isOfSide(one)),
    `T54 ${event.type} tells its own people only, each what is for their side`,
  ).toEqual([])
  const side = heardBy[event.type]
  const isLeft = Object.values(directory.people).some((one) => one.side === side && isMember(one.id))
  if (side !== undefined && event.by.kind === 'person' && event.by.side !== side && isLeft)
    expect(
      told.filter((one) => one.side === side && one.to.kind !== 'room').length,
      `${event.type} is heard by a person of the ${side}`,
    ).toBeGreaterThan(0)
  if (event.by.kind !== 'bot' || !('to' in event) || !Array.isArray(event.to)) return
  expect(
    event.to.filter((id) => !isMember(id)),
    `T54 ${event.type} names its own people only`,
  ).toEqual([])
  if ('passed' in event && event.passed) return
  if (Object.keys(directory.people).some(isMember))
    expect(event.to.length, `${event.type} names somebody while anybody is left`).toBeGreaterThan(0)
}

/** Where a ticket was merged to, step by step to the end. */
const chainOf = (tickets: Tickets, id: string): readonly string[] => {
  const chain: string[] = []
  for (let next = tickets.get(id)?.cancelled?.master; next !== undefined; ) {
    expect(chain, 'the chain of duplicates has no circle').not.toContain(next)
    chain.push(next)
    next = tickets.get(next)?.cancelled?.master
  }
  return chain
}

const checkMerged = ({ tickets }: State): void => {
  for (const { id, duplicates, followers, merged, reporter } of tickets.values()) {
    const into = [...tickets.keys()].filter((one) => chainOf(tickets, one).includes(id))
    expect(duplicates.toSorted(), 'RS.5a holds what is merged into it, and nothing else').toEqual(into)
    const reporters = new Set(merged.map((one) => one.reporter).filter((one) => one !== reporter))
    expect(followers.toSorted(), 'RS.5a their reporters follow it').toEqual([...reporters].toSorted())
  }
}

const checkOwners = ({ at, directory, tickets }: State): void => {
  for (const ticket of tickets.values()) {
    const { assignee, dispatchedTo, status } = ticket
    const holder = assignee ?? dispatchedTo
    if (holder === undefined || !['new', 'in_progress', 'on_hold'].includes(status)) continue
    if (memberOf(directory, ticket, holder)?.side === 'supplier') continue
    expect(ticketItem.due(ticket, at, { directory }), 'I6 an orphan is seen to at once').toHaveLength(1)
  }
}

/** What has to be done next on a ticket, by whoever of its people is left: somebody always may. */
const waysOn = ({ status, resolution, ask, cancelled }: Ticket): readonly TicketWish[] => {
  if (status === 'resolved')
    return resolution?.consent === undefined
      ? [{ do: 'ticket.confirm_solution' }, { do: 'ticket.mark_out_of_scope', reason: 'x' }]
      : [{ do: 'ticket.close' }]
  if (status === 'cancelled')
    return cancelled?.how === 'withdrawn' ? [] : [{ do: 'ticket.contest', reason: 'x' }]
  if (status === 'closed') return []
  return ask === undefined ? [{ do: 'ticket.claim' }] : [{ do: 'ticket.answer', text: 'x' }]
}

const checkWayOn = ({ at, directory, tickets }: State): void => {
  for (const ticket of tickets.values()) {
    const own = Object.values(directory.people).filter(
      ({ id }) => memberOf(directory, ticket, id) !== undefined,
    )
    const of = (side: string) => own.filter((one) => one.side === side)
    const wishes = waysOn(ticket)
    const isDue = ticket.status === 'cancelled' || ticket.ask !== undefined ? of('customer') : of('supplier')
    if (wishes.length === 0 || isDue.length === 0) continue
    const may = (one: (typeof own)[number]) => (wish: TicketWish) =>
      decide(ticket, { ...wish, at, by: actorOf(directory, one.id) }, { directory }).ok
    expect(
      own.some((one) => wishes.some(may(one))) || ownerOf(directory, ticket) !== undefined,
      `I6 somebody may go on with what is ${ticket.status}`,
    ).toBe(true)
    const isWatched =
      !['closed', 'cancelled'].includes(ticket.status) && ticket.ask?.deliveredAt !== undefined
    if (isWatched) expect(ticketItem.nextDue(ticket, { directory }), 'no pause is forgotten').toBeDefined()
  }
}

type Act = (state: State) => readonly { readonly one: One; readonly by: Actor }[]
const people = Object.keys(everybody.people)
const id = fc.constantFrom(...ids)
const wish: fc.Arbitrary<TicketWish> = fc.oneof(
  {
    weight: 4,
    arbitrary: id.map((master) => ({ do: 'ticket.mark_duplicate', master, reason: 'x' }) as const),
  },
  {
    weight: 2,
    arbitrary: id.map((master) => ({ do: 'ticket.agree_merge', master }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'ticket.decline_merge', reason: 'x' } as const) },
  { weight: 2, arbitrary: fc.constant({ do: 'ticket.contest', reason: 'x' } as const) },
  fc.constantFrom<TicketWish>(
    { do: 'ticket.claim' },
    { do: 'ticket.cancel', reason: 'x' },
    { do: 'ticket.mark_out_of_scope', reason: 'x' },
    { do: 'ticket.update', text: 'x' },
    { do: 'ticket.resolve', description: 'x', workaround: false, breachReason: 'x' },
    { do: 'ticket.reject_solution', reason: 'x' },
    { do: 'ticket.confirm_solution' },
    { do: 'ticket.escalate', reason: 'x' },
    { do: 'ticket.add_message', text: 'x' },
  ),
  fc
    .constantFrom('zhao', 'sun')
    .map((of) => ({ do: 'ticket.ask', ask: 'information', text: 'x', of }) as const),
)
const actorOf = ({ people }: Directory, who: string): Actor => {
  const one = people[who] ?? everybody.people[who]
  if (one === undefined) return bot
  return { kind: 'person', id: who, side: one.side, org: one.org }
}

const acts = fc.tuple(fc.constantFrom(...people), id, wish).map(
  ([who, item, one]): Act =>
    ({ directory }) => [{ one: { item, wish: one }, by: actorOf(directory, who) }],
)
/** Who may, merges and contests: what random people try is refused most of the time. */
const merging = fc.tuple(fc.constantFrom('chen', 'sun'), id, id, fc.boolean()).map(
  ([who, item, master, contests]): Act =>
    ({ directory, tickets }) => [
      {
        one: {
          item,
          wish: contests
            ? { do: 'ticket.contest', reason: 'x' }
            : { do: 'ticket.mark_duplicate', master, reason: 'x' },
        },
        by: actorOf(directory, who),
      },
      // Whoever of them may say so agrees to what was proposed, if it was.
      {
        one: { item, wish: { do: 'ticket.agree_merge', master } },
        by: actorOf(directory, tickets.get(item)?.reporter ?? 'sun'),
      },
    ],
)
const reports = fc.tuple(fc.constantFrom('zhao', 'sun', 'feng'), id).map(
  ([reporter, item]): Act =>
    ({ directory, at }) => [
      {
        one: { item, wish: reportWish({ id: item, reporter, reportedAt: at }) },
        by: actorOf(directory, reporter),
      },
    ],
)
const wakes = fc.constantFrom(0, minutes, hours, 30 * hours).map(
  (ms): Act =>
    (state) => {
      state.at += ms
      return [...state.tickets.values()].flatMap(({ id: item, ask }) => [
        ...(ask === undefined
          ? []
          : [
              {
                one: {
                  item,
                  wish: {
                    do: 'ticket.record_ask_delivered',
                    askedAt: ask.askedAt,
                    deliveredAt: state.at,
                  } as const,
                },
                by: bot,
              },
            ]),
        { one: { item, wish: { do: 'ticket.wake' } as const }, by: bot },
      ])
    },
)
/** Somebody leaves, moves to the other customer, changes sides, or comes back as they were. */
const ways = fc.constantFrom('leaves', 'moves', 'crosses', 'returns')
const departs = fc.tuple(fc.constantFrom(...people), ways).map(
  ([who, how]): Act =>
    (state) => {
      const { [who]: _, ...others } = state.directory.people
      const was = everybody.people[who]
      if (was === undefined) return []
      const moved = { ...was, side: 'customer', org: 'bluebird', roles: ['reporter'] } as typeof was
      const other = { side: 'customer', org: 'huaxin', roles: ['reporter'] } as const
      const own = { side: 'supplier', org: 'yunheng', roles: ['engineer'] } as const
      const crossed = { ...was, ...(was.side === 'supplier' ? other : own) }
      const all = {
        leaves: {},
        moves: { [who]: moved },
        crosses: { [who]: crossed },
        returns: { [who]: was },
      }
      const back = all[how] ?? {}
      state.directory = { ...state.directory, people: { ...others, ...back } }
      return []
    },
)

const begun: Act[] = ids.map((item, index) => ({ directory, at }) => {
  const reporter = ['zhao', 'sun', 'feng', 'zhao'][index] ?? 'zhao'
  return [
    {
      one: { item, wish: reportWish({ id: item, reporter, reportedAt: at }) },
      by: actorOf(directory, reporter),
    },
  ]
})

describe('random stories of several tickets, whose people come and go', () => {
  it('RS.5a RS.5d T54 tell their own people, always somebody, and no merge goes round', () => {
    let merges = 0
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            { weight: 5, arbitrary: acts },
            { weight: 5, arbitrary: merging },
            reports,
            wakes,
            departs,
          ),
          { maxLength: 40, size: 'max' },
        ),
        (steps) => {
          const state: State = { at: monday, directory: everybody, tickets: new Map() }
          for (const act of [...begun, ...steps]) {
            for (const { one, by } of act(state)) {
              const done = decided(state, one, by)
              if (done === undefined) continue
              state.tickets = done.tickets
              for (const happened of done.happened) checkTold(state, happened)
              merges += done.happened.filter(({ event }) => event.type === 'ticket.duplicate_linked').length
            }
            checkMerged(state)
            checkOwners(state)
            checkWayOn(state)
          }
        },
      ),
      { numRuns: 60, verbose: 1 },
    )
    expect(merges, 'the stories do merge').toBeGreaterThan(100)
  })
})
