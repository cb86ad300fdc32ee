import { LRUCache } from 'lru-cache'
import type { Place } from '../../../src/chat/inbound.ts'
import type { Account } from '../../../src/domain/people/directory.ts'
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

/** Whether a direct conversation is the one with that account. What cannot be told, because Slack opens none, is left as it is. */
export const createIsWith =
  ({
    directs,
    workspaceOf,
  }: {
    readonly directs: Directs
    readonly workspaceOf: (account: Account) => Promise<Workspace | undefined>
  }) =>
  async (
    account: Account,
    { team, conversation }: Pick<Place, 'team' | 'conversation'>,
  ): Promise<boolean> => {
    if (account.user === conversation) return true
    try {
      const workspace = await workspaceOf(account)
      if (workspace === undefined || workspace.installation.team !== team) return false
      return (await directs(workspace, account.user)) === conversation
    } catch {
      return true
    }
  }

/** What finds a conversation's channel. */
export type Directs = ReturnType<typeof createDirects>
