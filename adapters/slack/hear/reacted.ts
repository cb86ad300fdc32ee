import type { Reaction } from '../inbound/heard.ts'
import { failureOf } from '../send/failure.ts'
import type { Workspace } from '../wire/calls.ts'

/** The message somebody put a 🎫 on; `unreadable` where Slack does not let the bot read it. */
export type Reacted = { readonly message: unknown } | 'unreadable'

/**
 * Looks up the message of a reaction, in a thread or not. While Slack does not answer, or asks to wait, it rejects, so
 * that Slack sends the reaction again; after the last time it counts as unreadable.
 */
export const reactedTo = async (
  { client }: Workspace,
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
