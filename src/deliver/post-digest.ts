import type { Settlement } from '../store/settlement.ts'
import { digestCard } from '../view/together-card.ts'
import { again, type Reached, rowOf } from './post-together.ts'
import type { Sending } from './send.ts'
import { backoff, unclear } from './try-places.ts'

/**
 * Posts what is good to know for one person in one message: by ticket, or, of one alone, below its card. Nothing of it is
 * followed: it only tells. Returns how its rows ended; those left out go their own way.
 */
export const postDigest = async (
  { store, now, pace }: Pick<Sending, 'store' | 'now' | 'pace'>,
  group: readonly Reached[],
): Promise<readonly Settlement[]> => {
  const [first] = group
  const items = new Set(group.map(({ owed }) => owed.item)).size
  if (first === undefined || (group.length < 2 && first.owed.together === undefined)) return []
  if (items === 1 && first.shown === undefined) return []
  const { adapter, owed } = first
  const { language, zone, lane } = owed.notice
  const place =
    items === 1 && first.shown !== undefined ? { ...first.place, thread: first.shown } : first.place
  const key = owed.together ?? owed.id
  const going = { act: 'post', to: place, limits: adapter } as const
  const wait = pace.take(going, lane, key)
  if (wait > 0) return again(group, now(), now() + wait, 'in turn', false)
  await store.lists.join(
    group.map(({ owed: { id } }) => id),
    key,
  )
  const before = owed.together === undefined ? undefined : await adapter.find(place, key)
  const post = { key, card: digestCard(group.map(rowOf), language), language, zone }
  const posted =
    before === undefined
      ? await adapter.post(place, post).catch(unclear)
      : ({ outcome: 'sent', message: before } as const)
  switch (posted.outcome) {
    case 'sent': {
      const { message } = posted
      return group.map(({ owed: { id } }) => ({ id, status: 'sent', at: now(), message, shared: true }))
    }
    case 'wait':
      pace.hold(going, posted.retryAfter, lane, posted.everywhere ?? false)
      return again(group, now(), now() + posted.retryAfter, 'asked to wait', false)
    case 'unknown':
      return again(group, now(), now() + backoff(owed.attempts), posted.why, true)
    case 'unreachable':
      return []
  }
}
