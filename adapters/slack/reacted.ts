import type { Standing } from './calls.ts'
import { failureOf } from './failure.ts'
import type { Reaction } from './inbound/heard.ts'

/** The message somebody put a 🎫 on; `unreadable` where Slack does not let the bot read it. */
export type Reacted = { readonly message: unknown } | 'unreadable'

/**
 * Looks up the message of a reaction, in a thread or not. While Slack does not answer, or asks to wait, it rejects, so
 * that Slack sends the reaction again; after the last time it counts as unreadable.
 */
export const reactedTo = async (
  { client }: Standing,
  { message: { conversation: channel, message: ts } }: Reaction,
  isLastTime: boolean,
): Promise<Reacted> => {
  try {
    const { messages = [] } = await client.conversations.replies({
      channel,
      ts,
      oldest: ts,
      latest: ts,
      inclusive: true,
      limit: 2,
    })
    const message = messages.find((one) => one.ts === ts)
    return message === undefined ? 'unreadable' : { message }
  } catch (error) {
    if (failureOf(error).kind === 'refused' || isLastTime) return 'unreadable'
    throw error
  }
}
