import { LRUCache } from 'lru-cache'
import type { Place } from '../../../src/chat/inbound.ts'
import type { MessageRef } from '../../../src/domain/ticket/event.ts'
import { failureOf } from './failure.ts'
import { isWhole, ownPosts, partsOf } from './look-up.ts'
import type { Posting } from './posting.ts'

/** How long a rate limit on looking up is waited for before the post is sent again with a mark, ms. */
const patienceMs = 180_000

const isGone = (error: unknown): boolean => {
  const failure = failureOf(error)
  return failure.kind === 'refused' && failure.code === 'thread_not_found'
}

/**
 * Finds a post of unknown outcome by the key kept with it. Rejects while Slack cannot be asked, so that it is asked again
 * before anything is posted twice; where Slack never lets us look, the next attempt carries a mark (T06).
 */
export const createFind = ({ calls, directs, remembered, onFault }: Posting, clock: () => number) => {
  const limitedSince = new LRUCache<string, number>({ max: 1_000 })

  const search = async (place: Place, key: string): Promise<MessageRef | undefined> => {
    const { team, conversation, thread } = place
    const workspace = await calls.in(team)
    if (workspace === undefined) return undefined
    const channel = await directs(workspace, conversation)
    const inside = thread === undefined ? {} : { thread }
    const read = async (where: typeof inside) =>
      partsOf(await ownPosts(workspace, { channel, ...where }, (some) => isWhole(partsOf(some, key))), key)
    const found = await read(inside).catch(async (error) => {
      if (!isGone(error)) throw error
      // Slack may have posted it beside its deleted thread: there it is no delivery.
      remembered.gone({ team: workspace.installation.team, channel, thread })
      for (const { ts } of await read({})) remembered.strays(key).set(ts, channel)
      return []
    })
    const begun = remembered.parts(key)
    for (const { part, ts } of found) begun.set(part, ts)
    const [first, ...rest] = found
    if (first === undefined || !isWhole(found)) return undefined
    const message = { platform: 'slack' as const, team, conversation: channel, message: first.ts }
    if (rest.length > 0) remembered.continued(message, [first.ts, ...rest.map(({ ts }) => ts)])
    remembered.settled(key)
    return { ...message, ...(thread === undefined ? {} : { thread }) }
  }

  const isHopeless = (key: string, error: unknown): boolean => {
    const failure = failureOf(error)
    if (failure.kind !== 'wait') return failure.kind === 'refused'
    const since = limitedSince.get(key) ?? clock()
    limitedSince.set(key, since)
    return clock() - since > patienceMs
  }

  return async (place: Place, key: string): Promise<MessageRef | undefined> => {
    try {
      const found = await search(place, key)
      limitedSince.delete(key)
      return found
    } catch (error) {
      if (!isHopeless(key, error)) throw error
      limitedSince.delete(key)
      remembered.doubt(key)
      onFault('Slack does not let us look whether a message stands; it may be posted twice', { key, error })
      return undefined
    }
  }
}
