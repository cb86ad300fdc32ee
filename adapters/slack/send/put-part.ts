import type { Post } from '../../../src/chat/adapter.ts'
import type { SlackMessage } from '../render.ts'
import type { Workspace } from '../wire/calls.ts'
import { markOf } from './mark.ts'
import type { Remembered } from './remembered.ts'
import { written } from './written.ts'

/** Where a post goes, in Slack's terms. */
export type To = {
  readonly channel: string
  readonly thread: string | undefined
  /** Of a thread: shown in the conversation too. */
  readonly aloud?: true | undefined
}

/** One message of a post: which of how many it is. */
type Part = { readonly key: Post['key']; readonly part: number; readonly parts: number }

/**
 * Posts one message of a post and returns its id. Where the thread was deleted Slack says no word and posts beside it, for
 * the whole channel to read: then there is no id, the thread counts as gone from then on, and what stands there is to be
 * taken away.
 */
export const putPart = async (
  { remembered }: { readonly remembered: Remembered },
  { client, installation: { team } }: Workspace,
  { channel, thread, aloud }: To,
  piece: SlackMessage,
  { key, part, parts }: Part,
): Promise<string | undefined> => {
  if (remembered.isGone({ team, channel, thread })) return undefined
  const words = { channel, ...written(piece), metadata: markOf(key, part, parts) }
  const within = thread === undefined ? words : { ...words, thread_ts: thread }
  const { ts, message } = await client.chat.postMessage(
    thread === undefined || aloud === undefined
      ? within
      : { ...words, thread_ts: thread, reply_broadcast: aloud },
  )
  if (ts === undefined || thread === undefined || message?.thread_ts === thread) return ts
  remembered.gone({ team, channel, thread })
  remembered.strays(key).set(ts, channel)
  return undefined
}
