import type { Place } from '../../chat/inbound.ts'
import { isOpen } from '../../domain/ticket/clocks.ts'
import { faceOf } from '../../work/in-hand.ts'
import { type Heard, wordsTo } from './heard.ts'

/**
 * The item that plain words in a conversation without threads belong to, if there is one: of the open ones this person
 * reported there the one that waits for their answer, else the one they heard of last. One that was merged into another
 * counts while that is worked on.
 */
export const conversationsItem = async (
  { scoped, kinds, context, speaking }: Pick<Heard, 'scoped' | 'kinds' | 'context' | 'speaking'>,
  place: Place,
): Promise<string | undefined> => {
  const { person, directory } = speaking
  const rows = (await scoped.reportedIn(place)).map((row) => ({
    id: row.id,
    attends: faceOf(kinds, row)?.attends(row.state, person, directory) ?? 'no',
  }))
  for (const wanted of ['waits', 'listens'])
    for (const { id } of rows.filter(({ attends }) => attends === wanted)) {
      const { item, ticket } = await wordsTo(context, id)
      if (item?.id === id || (ticket !== undefined && isOpen(ticket))) return id
    }
  return undefined
}
