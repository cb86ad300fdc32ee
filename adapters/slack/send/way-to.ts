import { LRUCache } from 'lru-cache'
import type { Post } from '../../../src/chat/adapter.ts'
import type { MessageRef } from '../../../src/domain/ticket/event.ts'
import { within } from '../../shared/within.ts'
import type { Calls } from '../wire/calls.ts'

/** More than these are not remembered. */
const most = 5_000
/** An alarm does not wait longer for the way to its thread, ms. */
const patienceMs = 2_000

/**
 * The address of the thread a private message is about, as Slack gives it; a message that stands in a thread itself needs none, its card
 * leads there already. Without an answer the message goes without: whom Slack lets open it Slack decides.
 */
export const createWayTo = (calls: Pick<Calls, 'in'>) => {
  const known = new LRUCache<string, string>({ max: most })

  const ask = async ({ team, conversation: channel, message: message_ts }: MessageRef) => {
    const key = `${team} ${channel} ${message_ts}`
    const found = known.get(key)
    if (found !== undefined) return found
    const { permalink } =
      (await (await calls.in(team))?.client.chat.getPermalink({ channel, message_ts })) ?? {}
    if (permalink !== undefined) known.set(key, permalink)
    return permalink
  }
  return async (
    { thread: own }: { readonly thread?: string | undefined },
    { thread }: Pick<Post, 'thread'>,
  ): Promise<string | undefined> =>
    thread === undefined || own !== undefined
      ? undefined
      : within(
          ask(thread).catch(() => undefined),
          patienceMs,
        )
}

/** What finds the way to a thread. */
export type WayTo = ReturnType<typeof createWayTo>
