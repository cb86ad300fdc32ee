import { LRUCache } from 'lru-cache'
import type { Place } from '../../../src/chat/inbound.ts'
import type { Account } from '../../../src/domain/people/directory.ts'
import { placeOf } from '../inbound/place.ts'
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

type Knowing = {
  readonly directs: Directs
  readonly workspaceOf: (account: Account) => Promise<Workspace | undefined>
}

/**
 * The bot's conversation with an account, named as what stands there is: what was posted is found there again. Where Slack
 * opens none it is named by the account's own id, and the post tells why.
 */
export const createDirect =
  ({ directs, workspaceOf }: Knowing) =>
  async (account: Account): Promise<Place> => {
    const workspace = await workspaceOf(account)
    const team = workspace?.installation.team ?? account.team
    const channel = workspace && (await directs(workspace, account.user).catch(() => undefined))
    return placeOf(team, channel ?? account.user, { direct: true })
  }

/** Whether a direct conversation is the one with that account. What cannot be told, because Slack opens none, is left as it is. */
export const createIsWith =
  ({ directs, workspaceOf }: Knowing) =>
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
