import type { Instant } from '../calendar/calendar.ts'
import type { Recipient } from '../escalation/policy.ts'
import type { Directory, Side } from './directory.ts'
import { onDuty } from './roster.ts'

/** What of a ticket decides who holds a role for it. */
export type TicketPeople = {
  readonly supplier: string
  readonly customer: string
  readonly reporter: string
  readonly tier: 1 | 2 | 3
  readonly assignee?: string
  readonly dispatchedTo?: string
}

/** From the hands to the head: where a rung goes when nobody holds the role it names (hard rule 2). */
const ladder: { readonly [side in Side]: readonly Recipient[] } = {
  supplier: [
    { side: 'supplier', role: 'assignee' },
    { side: 'supplier', role: 'duty' },
    { side: 'supplier', role: 'team_lead' },
    { side: 'supplier', role: 'project_manager' },
    { side: 'supplier', role: 'department_manager' },
    { side: 'supplier', role: 'service_director' },
    { side: 'supplier', role: 'executive' },
  ],
  customer: [
    { side: 'customer', role: 'reporter' },
    { side: 'customer', role: 'contact' },
    { side: 'customer', role: 'it_manager' },
    { side: 'customer', role: 'executive' },
  ],
}

/** The people who hold a role for this ticket now, in directory order; `assignee` is the owner or whose queue it is in. */
export const holders = (
  directory: Directory,
  ticket: TicketPeople,
  { side, role }: Recipient,
  at: Instant,
): readonly string[] => {
  const known = (id: string | undefined): readonly string[] =>
    id !== undefined && Object.hasOwn(directory.people, id) ? [id] : []
  if (role === 'assignee') return known(ticket.assignee ?? ticket.dispatchedTo)
  if (role === 'duty') return onDuty(directory, ticket.supplier, ticket.tier, at).slice(0, 1)
  if (role === 'reporter') return known(ticket.reporter)
  return Object.values(directory.people)
    .filter((person) => person.side === side && person.org === ticket[side] && person.roles.includes(role))
    .map((person) => person.id)
}

/**
 * Everybody a rung tells: each role's holders, or, for an empty role, the next level's at once; the project manager joins
 * whenever a role was empty, because a gap in the ladder is theirs to close.
 */
export const reach = (
  directory: Directory,
  ticket: TicketPeople,
  recipients: readonly Recipient[],
  at: Instant,
): { readonly to: readonly string[]; readonly emptyRoles: readonly { side: Side; role: string }[] } => {
  const to = new Set<string>()
  const emptyRoles: { side: Side; role: string }[] = []
  for (const recipient of recipients) {
    const levels = ladder[recipient.side]
    const first = levels.findIndex(({ role }) => role === recipient.role)
    for (const level of [recipient, ...levels.slice(first + 1)]) {
      const found = holders(directory, ticket, level, at)
      for (const id of found) to.add(id)
      if (found.length > 0) break
      emptyRoles.push({ side: level.side, role: level.role })
    }
  }
  if (emptyRoles.length > 0)
    for (const id of holders(directory, ticket, { side: 'supplier', role: 'project_manager' }, at)) to.add(id)
  return { to: [...to], emptyRoles }
}
