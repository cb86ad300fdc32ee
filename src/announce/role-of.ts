import { holders } from '../domain/people/roles.ts'
import { customerRoles, supplierRoles } from '../domain/people/sides.ts'
import { agreementOf } from '../domain/ticket/clocks.ts'
import type { Occasion } from './occasion.ts'

/** From the hands to the head; the administrator keeps the directory and leads nobody. */
const ladder: readonly string[] = ['administrator', ...supplierRoles, ...customerRoles]

/** The role in which a rung names somebody; none, when they hear it because nobody holds the role below theirs. */
const rungRole = (
  { directory, after, event }: Pick<Occasion, 'directory' | 'after' | 'event'>,
  id: string,
): string | undefined =>
  'rung' in event
    ? agreementOf(directory, after)
        .policy.rungs.find((rung) => rung.id === event.rung && rung.target === event.target)
        ?.to.find((recipient) => holders(directory, after, recipient, event.at).includes(id))?.role
    : undefined

/** What somebody an event names is told as: the one asked, as the rung says, the owner, the reporter, else the highest of their roles. */
export const roleOf = ({ directory, after, event }: Occasion, id: string): string => {
  if (event.type === 'ticket.customer_asked') return 'asked'
  const named = rungRole({ directory, after, event }, id)
  if (named !== undefined) return named
  if (id === (after.assignee ?? after.dispatchedTo)) return 'assignee'
  if (id === after.reporter) return 'reporter'
  const held = directory.people[id]?.roles ?? []
  return held.toSorted((one, other) => ladder.indexOf(other) - ladder.indexOf(one))[0] ?? 'named'
}
