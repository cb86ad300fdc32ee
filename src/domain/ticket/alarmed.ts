import type { Agreement } from '../agreement/agreement.ts'
import type { Instant } from '../calendar/calendar.ts'
import type { TargetName } from '../escalation/policy.ts'
import type { Directory } from '../people/directory.ts'
import { byHandTo, reach } from '../people/roles.ts'
import { firedKey } from './evolve-rung.ts'
import type { Ticket } from './ticket.ts'

/**
 * Who was alarmed about these promises of a ticket: those who hold the roles of every alarm and escalation that came of them,
 * as they are held at this moment, and whoever was asked to say that they saw it.
 */
export const alarmed = (
  ticket: Ticket,
  targets: readonly TargetName[],
  { policy }: Agreement,
  { directory, at }: { readonly directory: Directory; readonly at: Instant },
): readonly string[] => {
  const fired = new Set(ticket.fired)
  const rungs = policy.rungs.filter(
    ({ id, target, mechanism }) =>
      mechanism !== 'prewarning' &&
      targets.includes(target) &&
      fired.has(firedKey({ target, rung: id, epoch: ticket.promised[target].epoch })),
  )
  const roles = [...rungs.flatMap(({ to }) => to), ...(ticket.escalatedByHand > 0 ? byHandTo : [])]
  const asked = ticket.escalations
    .filter(({ target }) => targets.includes(target))
    .flatMap(({ waitingFor, acknowledgedBy = [] }) => [...waitingFor, ...acknowledgedBy])
  return [...new Set([...roles.flatMap((role) => reach(directory, ticket, [role], at).to), ...asked])]
}
