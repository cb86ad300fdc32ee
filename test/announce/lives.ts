import type { Occasion } from '../../src/announce/occasion.ts'
import type { Directory } from '../../src/domain/people/directory.ts'
import type { TicketEvent } from '../../src/domain/ticket/event.ts'
import { evolve } from '../../src/domain/ticket/evolve.ts'
import { partOf } from '../../src/domain/ticket/split.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { reported } from '../ticket/given.ts'
import { hours, minutes } from '../ticket/world.ts'
import { canary, inChannel, inEngineersRoom } from './worlds.ts'

const internal = { internal: `${canary}: the customer broke it` }

/** From the report to the rating, with every turn on the way, decided by the real core. */
const longLife = (directory: Directory) => {
  const life = reported({ message: inChannel }, { world: { directory } })
  life.passes(90 * minutes).does('li', { do: 'ticket.reassign', to: 'wang', reason: internal })
  life.does('wang', { do: 'ticket.claim' }).does('wang', { do: 'ticket.classify', category: 'network' })
  life.does('zhao', { do: 'ticket.assess', urgency: 'high', reason: 'payroll runs today' })
  const lower = { do: 'ticket.assess', urgency: 'low', reason: 'there is a second line' } as const
  life.does('wang', lower).does('zhao', { do: 'ticket.decline_downgrade', reason: 'it is too slow' })
  life.does('wang', lower).does('zhao', { do: 'ticket.agree_downgrade' })
  life.does('zhao', { do: 'ticket.assess', impact: 'high', urgency: 'high', reason: 'all of us' })
  life.does('li', { do: 'ticket.note', text: internal })
  life.does('li', { do: 'ticket.note', text: internal, message: inEngineersRoom })
  life.does('wang', { do: 'ticket.update', text: 'The switch was found broken.' })
  life.does('zhao', {
    do: 'ticket.add_message',
    text: 'Still slow.',
    message: { ...inChannel, message: 'm3' },
  })
  life.does('zhao', {
    do: 'ticket.edit_message',
    text: 'Still down.',
    message: { ...inChannel, message: 'm3' },
    internal: false,
  })
  life.does('li', {
    do: 'ticket.edit_message',
    text: internal.internal,
    message: inEngineersRoom,
    internal: true,
  })
  life.does('li', { do: 'ticket.delete_message', message: inEngineersRoom, internal: true })
  life.does('zhao', {
    do: 'ticket.delete_message',
    message: { ...inChannel, message: 'm3' },
    internal: false,
  })
  life.does('wang', { do: 'ticket.ask', ask: 'approval', text: 'May we restart it?', of: 'sun' })
  life.bot({ do: 'ticket.record_ask_delivered', askedAt: life.at, deliveredAt: life.at }).passes(40 * minutes)
  life.does('sun', { do: 'ticket.answer', text: '', verdict: 'approved' })
  life.does('wang', { do: 'ticket.ask', ask: 'information', text: 'Which building?', of: 'zhao' })
  life.bot({ do: 'ticket.record_ask_delivered', askedAt: life.at, deliveredAt: life.at }).passes(5 * minutes)
  life.does('zhao', { do: 'ticket.contest', reason: 'you know the building' })
  life.does('zhao', { do: 'ticket.escalate', reason: 'the payroll stands still' })
  life.does('wang', { do: 'ticket.escalate', reason: 'we need the vendor' }).passes(8 * hours)
  life.does('qian', { do: 'ticket.acknowledge_escalation' })
  const solved = { do: 'ticket.resolve', description: 'The switch was replaced.', workaround: false } as const
  life.does('wang', { ...solved, breachReason: 'The spare part came late.' })
  life.does('zhao', { do: 'ticket.reject_solution', reason: 'floor 3 is still down' }).passes(10 * minutes)
  life.does('wang', { ...solved, workaround: true }).passes(30 * hours * 5)
  life
    .does('sun', { do: 'ticket.confirm_solution' })
    .passes(24 * hours)
    .does('chen', { do: 'ticket.close' })
  life.does('zhao', { do: 'ticket.rate', score: 2, comment: 'It took too long.' })
  life.does('zhao', { do: 'ticket.reopen', reason: 'it is back' })
  return life.log
}

/** Not a valid report: merged, contested, out of scope; another one is merged into it meanwhile. */
const contestedLife = (directory: Directory) => {
  const life = reported({ id: 'HX-2', message: { ...inChannel, message: 'm9' } }, { world: { directory } })
  life.does('li', { do: 'ticket.link_duplicate', duplicate: 'HX-3', reporter: 'han' })
  const same = { do: 'ticket.mark_duplicate', master: 'HX-1', reason: 'the same switch' } as const
  life.does('li', same).does('zhao', { do: 'ticket.decline_merge', reason: 'another floor' })
  life.does('li', same).does('sun', { do: 'ticket.agree_merge', master: 'HX-1' })
  life.does('zhao', { do: 'ticket.contest', reason: 'another building' })
  life.does('li', { do: 'ticket.split', into: 'HX-6', part: partOf(life.ticket, life.at) })
  life.does('chen', { do: 'ticket.mark_out_of_scope', reason: 'a private line' })
  life.does('zhao', { do: 'ticket.unlink_duplicate', duplicate: 'HX-3' })
  return life.log
}

/** Logged by staff after a call, with nobody on duty, and withdrawn. */
const phonedLife = (directory: Directory) => {
  const world = { directory: { ...directory, rosters: {} } }
  const life = reported({ id: 'HX-4', reporter: 'zhao' }, { world })
  life.does('zhao', { do: 'ticket.cancel', reason: 'it works again' })
  // The same report, as an engineer logs it: without a message of the customer's.
  return life.log.map((event): TicketEvent => {
    if (event.type !== 'ticket.reported') return event
    const { message: _, ...logged } = event
    return { ...logged, source: 'phone', by: { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' } }
  })
}

/** The owner leaves, and nobody takes it up at first; so does whoever was asked about a lower priority and a merge. */
const leftLife = (directory: Directory) => {
  const { li: _, zhao: __, ...people } = directory.people
  const life = reported({ id: 'HX-5', message: inChannel }, { world: { directory } })
  life.does('li', { do: 'ticket.claim' }).later(minutes)
  life.does('li', { do: 'ticket.override', priority: 'P4', reason: 'one desk' })
  life.does('li', { do: 'ticket.mark_duplicate', master: 'HX-1', reason: 'the same desk' })
  return life.in({ directory: { ...directory, people } }).wakes().log
}

/** Bluebird's service hours are over before its report can be answered. */
const endlessLife = (directory: Directory) =>
  reported({ id: 'BB-1', customer: 'bluebird', reporter: 'emma' }, { world: { directory } }).wakes().log

/** Everything that happens in a log, each event between the ticket before and after it. */
export const occasionsOf = (log: readonly TicketEvent[], directory: Directory): readonly Occasion[] => {
  const occasions: Occasion[] = []
  let before: Ticket | undefined
  log.forEach((event, index) => {
    const after = evolve(before, event)
    occasions.push({ event, before, after, seq: index + 1, directory, now: event.at })
    before = after
  })
  return occasions
}

/** Logs in which every type of event happens. */
export const lives = (directory: Directory): readonly (readonly TicketEvent[])[] => [
  longLife(directory),
  contestedLife(directory),
  phonedLife(directory),
  leftLife(directory),
  endlessLife(directory),
]

/** Every occasion of every life. */
export const occasions = (directory: Directory): readonly Occasion[] =>
  lives(directory).flatMap((log) => occasionsOf(log, directory))
