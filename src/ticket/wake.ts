import type { Stamp, World } from '../item/item.ts'
import { agreementOf } from './clocks.ts'
import type { TicketEvent } from './event.ts'
import type { RungMoment } from './fire.ts'
import { fire } from './fire.ts'
import { moments } from './moments.ts'
import { remind } from './remind.ts'
import type { Ticket } from './ticket.ts'

/** All that is due at the stamp's moment, as events; each of them is what makes its moment no longer due. */
export const decideWake = (ticket: Ticket, stamp: Stamp, world: World): readonly TicketEvent[] => {
  const due = moments(ticket, agreementOf(world.directory, ticket)).filter(({ at }) => at <= stamp.at)
  const rungs = due.filter((moment): moment is RungMoment => moment.kind === 'rung')
  return [
    ...fire(ticket, rungs, stamp, world),
    ...due.flatMap((moment) => remind(ticket, moment, stamp, world)),
  ]
}
