import type { Instant } from '../calendar/calendar.ts'
import type { Recipient } from '../escalation/policy.ts'
import type { Directory } from './directory.ts'
import { everybodyOf, firstHeld, membersOf } from './members.ts'
import { onDuty } from './roster.ts'
import type { Side } from './sides.ts'

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

/** Whom a gap in the ladder is told: whose it is to close, else the nearest manager, else whoever leads the work. */
const managers = [
  ['project_manager'],
  ['department_manager'],
  ['service_director'],
  ['executive'],
  ['team_lead'],
] as const

/** Whom an escalation by hand tells at the least, whatever level it reaches. */
export const byHandTo: readonly Recipient[] = [
  { side: 'supplier', role: 'team_lead' },
  { side: 'supplier', role: 'project_manager' },
]

/** The people who hold a role for this ticket now, in directory order; `assignee` is the owner or whose queue it is in. */
export const holders = (
  directory: Directory,
  ticket: TicketPeople,
  { side, role }: Recipient,
  at: Instant,
): readonly string[] => {
  const here = (...ids: readonly (string | undefined)[]): readonly string[] =>
    membersOf(
      directory,
      ticket,
      side,
      ids.filter((id) => id !== undefined),
    )
  if (role === 'assignee') return here(ticket.assignee ?? ticket.dispatchedTo)
  if (role === 'duty') return onDuty(directory, ticket.supplier, ticket.tier, at).slice(0, 1)
  if (role === 'reporter') return here(ticket.reporter)
  return everybodyOf(directory, ticket, side, [role])
}

type Reached = {
  readonly to: readonly string[]
  readonly emptyRoles: readonly { readonly side: Side; readonly role: string }[]
}

/**
 * The holders of a role, else of the next level of its side that anybody holds, and the roles that were empty on the way. Who
 * speaks for the customer instead of a reporter is, at the last, everybody of theirs: they are told what they are asked.
 */
const nearest = (directory: Directory, ticket: TicketPeople, recipient: Recipient, at: Instant): Reached => {
  const levels = ladder[recipient.side]
  const first = levels.findIndex(({ role }) => role === recipient.role)
  const emptyRoles: Reached['emptyRoles'][number][] = []
  for (const level of [recipient, ...levels.slice(first + 1)]) {
    const to = holders(directory, ticket, level, at)
    if (to.length > 0) return { to, emptyRoles }
    emptyRoles.push({ side: level.side, role: level.role })
  }
  const to = recipient.role === 'reporter' ? everybodyOf(directory, ticket, 'customer') : []
  return { to, emptyRoles }
}

/** Who hears in place of a role that may be empty: its holders, else the next level's, else a manager, while anybody is left. */
export const nextOf = (
  directory: Directory,
  ticket: TicketPeople,
  recipient: Recipient,
  at: Instant,
): readonly string[] => {
  const { to } = nearest(directory, ticket, recipient, at)
  return to.length > 0 ? to : reach(directory, ticket, [recipient], at).to
}

/**
 * Everybody a rung tells: each role's holders, or, for an empty role, the next level's at once; the project manager joins
 * whenever a role was empty, because a gap in the ladder is theirs to close. While anybody of the two organisations is left
 * somebody is told.
 */
export const reach = (
  directory: Directory,
  ticket: TicketPeople,
  recipients: readonly Recipient[],
  at: Instant,
): Reached => {
  const found = recipients.map((recipient) => nearest(directory, ticket, recipient, at))
  const emptyRoles = found.flatMap((one) => one.emptyRoles)
  const to = found.flatMap((one) => one.to)
  if (emptyRoles.length > 0) {
    const [closest] = [
      firstHeld(directory, ticket, 'supplier', managers),
      everybodyOf(directory, ticket, 'customer', ['contact', 'it_manager', 'executive']),
      everybodyOf(directory, ticket, 'customer'),
    ].filter(({ length }) => length > 0)
    to.push(...(closest ?? []))
  }
  return { to: [...new Set(to)], emptyRoles }
}
