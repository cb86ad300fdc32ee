import { LRUCache } from 'lru-cache'
import type { Workspace } from '../wire/calls.ts'

/** More than these are not remembered: those used last are. */
const most = 10_000

const isUser = (conversation: string): boolean => /^[UW]/.test(conversation)

/** Finds the channel of a conversation. A user's id stands for their direct conversation with the bot, which is opened. */
export const createDirects = () => {
  const opened = new LRUCache<string, string>({ max: most })
  return async ({ client, installation }: Workspace, conversation: string): Promise<string> => {
    if (!isUser(conversation)) return conversation
    const key = `${installation.team} ${conversation}`
    const known = opened.get(key)
    if (known !== undefined) return known
    const { channel } = await client.conversations.open({ users: conversation })
    if (channel?.id === undefined) throw new Error('conversations.open named no channel')
    opened.set(key, channel.id)
    return channel.id
  }
}

/** What finds a conversation's channel. */
export type Directs = ReturnType<typeof createDirects>
