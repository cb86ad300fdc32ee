import type { Place } from '../../chat/inbound.ts'
import type { Person } from '../../domain/people/directory.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import type { ScopedStore } from '../../store/store.ts'

/** The customer has said that it is solved: what they write after that is of something else. */
const isSettled = ({ status, resolution }: Ticket): boolean =>
  status === 'resolved' && resolution?.consent !== undefined

/**
 * The ticket that plain words in a conversation without threads belong to, if there is one: of the open ones this person
 * reported there the one that waits for their answer, else the one they heard of last.
 */
export const conversationsTicket = async (
  scoped: Pick<ScopedStore, 'reportedIn'>,
  place: Place,
  { id }: Pick<Person, 'id'>,
): Promise<string | undefined> => {
  const rows = await scoped.reportedIn(place)
  const open = rows.map(({ state }) => state as Ticket).filter((ticket) => !isSettled(ticket))
  return (open.find(({ ask }) => ask?.of === id) ?? open[0])?.id
}
