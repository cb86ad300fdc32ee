import type { Post, Posted, WriteLog } from '../../../src/chat/adapter.ts'
import { texts } from '../../../src/text/texts.ts'
import type { Workspace } from '../wire/calls.ts'
import { failureOf } from './failure.ts'
import type { Remembered } from './remembered.ts'

/** What a post comes to whose thread was deleted: it goes the next way, never into the channel. */
export const threadGone: Posted = { outcome: 'unreachable', why: 'Slack: the thread was deleted' }

/** Whether Slack said no to `call`; anything else that goes wrong is thrown, to be tried again. */
const isRefused = async (call: Promise<unknown>): Promise<boolean> => {
  try {
    await call
    return false
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind !== 'refused') throw error
    return failure.code !== 'message_not_found'
  }
}

/**
 * Takes away what Slack posted beside a deleted thread; where a workspace lets nobody delete, its words go. Throws while
 * Slack does not do it, so that the next attempt begins with it.
 */
export const takeAway = async (
  { remembered, onFault }: { readonly remembered: Remembered; readonly onFault: WriteLog },
  { client }: Workspace,
  { key, language }: Pick<Post, 'key' | 'language'>,
): Promise<void> => {
  const strays = remembered.strays(key)
  for (const [ts, channel] of strays) {
    const emptied = { channel, ts, text: texts(language).slackReplies.strayed, blocks: [] }
    if (
      (await isRefused(client.chat.delete({ channel, ts }))) &&
      (await isRefused(client.chat.update(emptied)))
    )
      onFault('a message stands beside its deleted thread, and Slack does not let the bot take it away', {
        channel,
        ts,
      })
    strays.delete(ts)
  }
  remembered.settled(key)
}
