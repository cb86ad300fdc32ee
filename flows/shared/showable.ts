import type { Context } from '../../src/chat/flow.ts'
import type { ListedRow } from '../../src/chat/line.ts'
import { roomAt } from '../../src/domain/people/find.ts'

/**
 * Whether something of this customer may be shown where it was asked: in a customer's room everybody of that customer
 * reads along, so there only their own exists, whoever asks (T50).
 */
export const showable = (
  { audience, person, place, directory }: Context,
  customer: string | undefined,
): boolean => {
  if (audience === 'supplier') return true
  if (person.side === 'customer') return person.org === customer
  const room = place.direct ? undefined : roomAt(directory, place.platform, place.team, place.conversation)
  return room !== undefined && room.org === customer
}

/** The rows of a list that may be shown where it was asked. */
export const showableRows = (context: Context, rows: readonly ListedRow[]): readonly ListedRow[] =>
  rows.filter(({ index }) => showable(context, index.customer))
