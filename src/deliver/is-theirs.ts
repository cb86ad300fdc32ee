import type { Adapter } from '../chat/adapter.ts'
import type { Conversation, Person } from '../domain/people/directory.ts'

/**
 * Whether a conversation of the bot with one person is still this one's: an account is exchanged, or is somebody else's since
 * something was sent there.
 */
export const isTheirs = async (
  { accounts }: Pick<Person, 'accounts'>,
  place: Conversation,
  adapter: Pick<Adapter, 'direct' | 'isWith'>,
): Promise<boolean> => {
  for (const account of accounts) {
    if (account.platform !== place.platform) continue
    const isWith =
      adapter.isWith ?? (async () => (await adapter.direct(account)).conversation === place.conversation)
    if (await isWith(account, place)) return true
  }
  return false
}
