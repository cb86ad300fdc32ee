import type { Settlement } from '../store/settlement.ts'
import { digestCard } from '../view/together-card.ts'
import { postShared } from './post-shared.ts'
import { rowOf } from './post-together.ts'
import type { Reached } from './reached.ts'
import type { Sending } from './send.ts'

/**
 * Posts what is good to know for one person in one message: by ticket, or, of one alone, below its card. Nothing of it is
 * followed: it only tells. Returns how its rows ended; those left out go their own way.
 */
export const postDigest = async (
  sending: Pick<Sending, 'store' | 'now' | 'pace'>,
  group: readonly Reached[],
): Promise<readonly Settlement[]> => {
  const [first] = group
  const items = new Set(group.map(({ owed }) => owed.item)).size
  if (first === undefined || (group.length < 2 && first.owed.together === undefined)) return []
  if (items === 1 && first.shown === undefined) return []
  const { language, zone } = first.owed.notice
  const place =
    items === 1 && first.shown !== undefined ? { ...first.place, thread: first.shown } : first.place
  const post = { card: digestCard(group.map(rowOf), language), language, zone }
  return (await postShared(sending, group, place, post)).settlements
}
