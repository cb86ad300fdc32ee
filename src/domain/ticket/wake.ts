import type { Stamp, World } from '../item/item.ts'
import { agreementOf } from './clocks.ts'
import type { TicketEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { RungMoment } from './fire.ts'
import { fire } from './fire.ts'
import { askAnew } from './lower.ts'
import { askMergeAnew } from './merging.ts'
import { moments } from './moments.ts'
import { queueAnew } from './orphan.ts'
import { remind } from './remind.ts'
import type { Ticket } from './ticket.ts'

/**
 * All that is due at the stamp's moment, as events; each of them is what makes its moment no longer due. Rungs come first:
 * whoever hears of one now is not reminded of a lower one at the same moment.
 */
export const decideWake = (ticket: Ticket, stamp: Stamp, world: World): readonly TicketEvent[] => {
  const agreement = agreementOf(world.directory, ticket)
  const due = (state: Ticket) => moments(state, agreement).filter(({ at }) => at <= stamp.at)
  const left = [
    ...queueAnew(ticket, stamp, world),
    ...askAnew(ticket, stamp, world),
    ...askMergeAnew(ticket, stamp, world),
  ]
  const queued = left.reduce(evolve, ticket)
  const rungs = due(queued).filter((moment): moment is RungMoment => moment.kind === 'rung')
  const fired = fire(queued, rungs, stamp, world)
  const climbed = fired.reduce(evolve, queued)
  return [...left, ...fired, ...due(climbed).flatMap((moment) => remind(climbed, moment, stamp, world))]
}
