import type { Block, Card } from '../chat/card.ts'
import type { Duration, Instant } from '../domain/calendar/calendar.ts'
import type { TargetName } from '../domain/escalation/policy.ts'
import { isEventOf } from '../domain/item/kinds.ts'
import type { Recorded } from '../domain/item/reading.ts'
import { reaches } from '../domain/sla/clock.ts'
import { countedTime, cutAt, pieces } from '../domain/sla/counted.ts'
import type { Clocked } from '../domain/ticket/clocks.ts'
import { clockOf, isPaused } from '../domain/ticket/clocks.ts'
import { customerTicket, type OpenTicket } from '../domain/ticket/customer-ticket.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { targetNames } from './promise-blocks.ts'
import { type Reading, type Speech, speakOnCard } from './reading.ts'
import { hoursWords } from './service-hours.ts'
import { type Caused, stretchCauses } from './stretch-causes.ts'
import { otherReadings, stretchWords } from './stretch-words.ts'

/** The latest stretches are the ones in question; a month of them fits on no screen. */
const mostRows = 20

/**
 * What the stretches of a promise come to. `late`: it ran out before the end of what is shown. `over`: what counted after
 * it ran out, which may have been under another priority and so after another time than the present one.
 */
type Account = {
  readonly used: Duration
  readonly over: Duration
  readonly due: Instant | undefined
  readonly late: boolean
}

const text = (said: string): Block => ({ type: 'text', text: said })
const note = (said: string): Block => ({ type: 'note', text: said })

/** What the counted time comes to: met, missed and by how much, still to come, or owed no more. */
const outcomeOf = (
  ticket: OpenTicket,
  target: TargetName,
  { t, dated, duration }: Speech,
  { used, over, due, late }: Account,
): string => {
  const { promised, cancelled } = ticket
  const { metAt, breachedAt } = promised[target]
  if (metAt !== undefined && breachedAt !== undefined)
    return t.why.metLate(duration(used), dated(metAt), dated(breachedAt), duration(over))
  if (metAt !== undefined) return t.why.met(duration(used), dated(metAt))
  if (cancelled !== undefined) return t.why.over
  if (due === undefined)
    return isPaused(ticket) ? t.why.soFar(duration(used)) : t.why.neverDue(duration(used))
  return late ? t.why.overBy(dated(due), duration(over)) : t.why.due(dated(due))
}

/** The priority whose promise it was: the one that held when it was met, else the present one. */
const promisedAs = (
  { promised, priority, work }: OpenTicket,
  target: TargetName,
): Pick<OpenTicket, 'priority' | 'work'> => {
  const { metAt } = promised[target]
  // A promise already met has no say in later changes: the resolution's history knows them all.
  const { history } = promised.resolution
  const then_ = metAt === undefined ? undefined : history.find(({ until }) => until >= metAt)
  return then_ ?? { priority, ...(work === undefined ? {} : { work }) }
}

/** The ticket as the sort of work, at the priority, that it was promised something as. */
const asPromised = (
  { work: _, ...ticket }: OpenTicket,
  { priority, work }: Pick<OpenTicket, 'priority' | 'work'>,
): Clocked => ({ ...ticket, priority, ...(work === undefined ? {} : { work }) })

/** What was promised before the priority changed: the old promise stays in the record (clock-v1). */
const before = (ticket: OpenTicket, target: TargetName, { agreement, t, dated }: Speech): readonly Block[] =>
  ticket.promised[target].history.flatMap(({ priority, work, until }) => {
    if (agreement === undefined) return []
    const pauses = ticket.pauses.filter(({ from }) => from < until)
    const { calendar, facts, budget } = clockOf(
      asPromised({ ...ticket, pauses }, { priority, ...(work && { work }) }),
      target,
      agreement,
    )
    const due = reaches(calendar, { startedAt: facts.startedAt, pauses }, budget)
    return due === undefined
      ? []
      : [note(t.why.before(t.ticket.priorities[priority], dated(until), dated(due)))]
  })

/** One promise explained: what was promised on which calendar, each stretch that counted, each pause, and what that comes to. */
const explained = (
  ticket: OpenTicket,
  target: TargetName,
  causes: readonly Caused[],
  speech: Speech,
  { now }: Reading,
): readonly Block[] => {
  const { agreement, t, dated, duration } = speech
  if (agreement === undefined) return []
  const as = promisedAs(ticket, target)
  const { priority } = as
  const { calendar, facts, budget } = clockOf(asPromised(ticket, as), target, agreement)
  const { metAt, breachedAt, since } = ticket.promised[target]
  const { stoppedAt: _, ...running } = facts
  const reached = reaches(calendar, running, budget)
  const due = breachedAt ?? (reached === undefined ? undefined : Math.max(reached, since))
  const until = metAt ?? ticket.cancelled?.at ?? (due === undefined ? now : Math.max(due, now))
  // What lies ahead is shown up to the moment it runs out; what ran out, up to now.
  const end = metAt === undefined && due !== undefined && now < due ? Math.min(until, due) : until
  const late = due !== undefined && due < end
  const borders = causes.flatMap(({ from, to }) => [from, to])
  const counted = cutAt(pieces(calendar, facts, end), late ? [...borders, due] : borders)
  const used = countedTime(counted)
  const over = countedTime(counted.filter(({ from }) => due !== undefined && due <= from))
  const left = Math.max(0, counted.length - mostRows)
  const rows = counted.slice(left).map((piece) => ({
    cells: [dated(piece.from), dated(piece.to), stretchWords(piece, causes, late ? due : undefined, speech)],
  }))
  const promise = t.common.row([t.card.targets[target], t.ticket.priorities[priority]])
  return [
    { type: 'divider' },
    text(t.why.promise(promise, duration(budget), hoursWords(speech, calendar))),
    ...(left === 0 ? [] : [note(t.why.more(left))]),
    ...(rows.length === 0 ? [] : [{ type: 'table', columns: t.why.columns, rows } as const]),
    text(outcomeOf(ticket, target, speech, { used, over, due, late })),
    ...otherReadings(calendar, causes, { from: facts.startedAt, to: end, used }, speech).map(note),
    ...before(ticket, target, speech),
  ]
}

/** How the deadlines of a ticket came about, counted from its log (M2.4); both parties see the same. */
export const whyCard = (whole: Ticket, log: readonly Recorded[], reading: Reading): Card => {
  const ticket = customerTicket(whole)
  // The log of a ticket holds the events of tickets.
  const causes = stretchCauses(log.flatMap(({ event }) => (isEventOf('ticket', event) ? [event] : [])))
  const speech = speakOnCard(reading, ticket)
  const { t, dated, zoned } = speech
  const [said, accepted] = [dated(ticket.reportedAt), dated(ticket.acceptedAt)]
  const title = t.why.title(ticket.id)
  return {
    title,
    tone: 'neutral',
    blocks: [
      text(said === accepted ? t.why.started(accepted) : t.why.startedLater(said, accepted)),
      ...targetNames.flatMap((target) => explained(ticket, target, causes, speech, reading)),
      note(t.card.asOf(zoned(reading.now))),
    ],
    buttons: [],
    summary: title,
  }
}
