import type { Instant } from '../calendar/calendar.ts'
import type { Directory } from '../people/directory.ts'
import { membersOf } from '../people/members.ts'
import { nextOf } from '../people/roles.ts'
import type { Ticket } from './ticket.ts'

/** Who hears for a ticket that was merged into this one: its reporter, or whoever stands in for one that is gone. */
const hearsFor = (directory: Directory, ticket: Ticket, reporter: string, at: Instant): readonly string[] =>
  membersOf(
    directory,
    ticket,
    'customer',
    nextOf(directory, { ...ticket, reporter }, { side: 'customer', role: 'reporter' }, at),
  )

/** Who follows the ticket at this moment: for each one that was merged into it whoever hears for it, each once. */
export const followersNow = (directory: Directory, ticket: Ticket, at: Instant): readonly string[] => [
  ...new Set(ticket.followers.flatMap((reporter) => hearsFor(directory, ticket, reporter, at))),
]

/** The tickets merged into this one that somebody hears for. */
export const mergedFor = (
  directory: Directory,
  ticket: Ticket,
  person: string,
  at: Instant,
): readonly string[] =>
  ticket.merged
    .filter(({ reporter }) => hearsFor(directory, ticket, reporter, at).includes(person))
    .map((one) => one.ticket)
