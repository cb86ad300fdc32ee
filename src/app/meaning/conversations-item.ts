import type { Place } from '../../chat/inbound.ts'
import { faceOf } from '../../work/in-hand.ts'
import type { Heard } from './heard.ts'

/**
 * The item that plain words in a conversation without threads belong to, if there is one: of the open ones this person
 * reported there the one that waits for their answer, else the one they heard of last.
 */
export const conversationsItem = async (
  { scoped, kinds, speaking: { person, directory } }: Pick<Heard, 'scoped' | 'kinds' | 'speaking'>,
  place: Place,
): Promise<string | undefined> => {
  const rows = (await scoped.reportedIn(place)).map((row) => ({
    id: row.id,
    attends: faceOf(kinds, row)?.attends(row.state, person, directory) ?? 'no',
  }))
  const first = (wanted: string) => rows.find(({ attends }) => attends === wanted)?.id
  return first('waits') ?? first('listens')
}
