import type { Post } from '../chat/adapter.ts'
import type { Place } from '../chat/inbound.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { MessageRef } from '../domain/ticket/event.ts'
import type { Settlement } from '../store/settlement.ts'
import type { Reached } from './reached.ts'
import type { Sending } from './send.ts'
import { backoff, unclear } from './try-places.ts'

/** All of them are tried again then. */
export const again = (group: readonly Reached[], at: Instant, nextAt: Instant, why: string, tried: boolean) =>
  group.map(({ owed: { id } }): Settlement => ({ id, status: 'again', at, nextAt, why, tried }))

/** How the rows ended, and where the message stands that tells of them, once it does. */
type Shared = { readonly settlements: readonly Settlement[]; readonly message?: MessageRef }

/**
 * Posts one message for several rows, under the id of the first, by which it is found again if that was cut short. Without
 * settlements where the place takes nothing: each goes its own way.
 */
export const postShared = async (
  { store, now, pace }: Pick<Sending, 'store' | 'now' | 'pace'>,
  group: readonly Reached[],
  place: Place,
  post: Omit<Post, 'key'>,
): Promise<Shared> => {
  const [first] = group
  if (first === undefined) return { settlements: [] }
  const { adapter, owed } = first
  const key = owed.together ?? owed.id
  const going = { act: 'post', to: place, limits: adapter } as const
  const lane = Math.min(...group.map(({ owed: { notice } }) => notice.lane))
  const later = (ms: number, why: string, tried: boolean): Shared => ({
    settlements: again(group, now(), now() + ms, why, tried),
  })
  const wait = pace.take(going, lane, key)
  if (wait > 0) return later(wait, 'in turn', false)
  await store.lists.join(
    group.map(({ owed: { id } }) => id),
    key,
  )
  const before = owed.together === undefined ? undefined : await adapter.find(place, key)
  const posted =
    before === undefined
      ? await adapter.post(place, { ...post, key }).catch(unclear)
      : ({ outcome: 'sent', message: before } as const)
  switch (posted.outcome) {
    case 'sent': {
      const { message } = posted
      const sent = group.map(
        ({ owed: { id } }): Settlement => ({ id, status: 'sent', at: now(), message, shared: true }),
      )
      return { settlements: sent, message }
    }
    case 'wait':
      pace.hold(going, posted.retryAfter, lane, posted.everywhere ?? false)
      return later(posted.retryAfter, 'asked to wait', false)
    case 'unknown':
      return later(backoff(owed.attempts), posted.why, true)
    case 'unreachable':
      return { settlements: [] }
  }
}
