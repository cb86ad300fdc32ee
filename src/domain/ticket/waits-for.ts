import type { Directory } from '../people/directory.ts'
import { everybodyOf, membersOf } from '../people/members.ts'
import { nextActor } from './next-actor.ts'
import { agreers, consenters } from './permission.ts'
import type { Ticket } from './ticket.ts'

/**
 * Whom a ticket waits for: whoever must act next, several where any one of them does; who is asked to agree to a lower priority or
 * a merge meanwhile; and who has yet to say that they saw an escalation of it. What is in nobody's queue waits for everybody who solves tickets.
 */
export const waitsFor = (ticket: Ticket, directory: Directory): readonly string[] => {
  const { people = [], act } = nextActor(ticket, directory) ?? {}
  const acting =
    act === 'take' && people.length === 0 ? everybodyOf(directory, ticket, 'supplier', ['engineer']) : people
  const { downgrade, merging } = ticket
  const agreeing = downgrade === undefined ? [] : agreers(directory, ticket, downgrade.priority)
  const joining = merging === undefined ? [] : consenters(directory, ticket)
  const owing = ticket.escalations.flatMap(({ waitingFor }) => waitingFor)
  return [
    ...new Set([
      ...acting,
      ...agreeing,
      ...joining,
      ...membersOf(directory, ticket, 'supplier', owing),
      ...membersOf(directory, ticket, 'customer', owing),
    ]),
  ]
}
