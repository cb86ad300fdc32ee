import type { Step } from '../../src/chat/flow.ts'
import { isEventOf } from '../../src/domain/item/kinds.ts'
import type { Recorded } from '../../src/domain/item/reading.ts'
import { isOpen } from '../../src/domain/ticket/clocks.ts'
import { evolve } from '../../src/domain/ticket/evolve.ts'
import type { TicketRefusal } from '../../src/domain/ticket/refusal.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import type { TicketContext } from './on-ticket.ts'

/** The ticket of a log, if there is one and this ticket's customer is its own; another one does not exist for them. */
const masterIn = (log: readonly Recorded[], { ticket }: TicketContext): Ticket | undefined => {
  const events = log.flatMap(({ event }) => (isEventOf('ticket', event) ? [event] : []))
  const master = events.reduce<Ticket | undefined>(evolve, undefined)
  return master?.customer === ticket.customer ? master : undefined
}

/** Goes on with the ticket that this one is merged into, or with the one that that was merged into itself, however often. */
export const lastMaster = (
  context: TicketContext,
  master: string,
  not: (problem: TicketRefusal) => Step,
  goOn: (master: string) => Step,
): Step => ({
  kind: 'history',
  item: master,
  yields: (log) => {
    if (master === context.ticket.id) return not({ code: 'duplicate_of_itself' })
    const found = masterIn(log, context)
    if (found === undefined) return not({ code: 'not_found' })
    const further = found.cancelled?.master
    if (further !== undefined) return lastMaster(context, further, not, goOn)
    return isOpen(found) ? goOn(master) : not({ code: 'master_not_open', master })
  },
})
