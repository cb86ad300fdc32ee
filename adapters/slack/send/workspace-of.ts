import { LRUCache } from 'lru-cache'
import type { Installations } from '../../../src/chat/installations.ts'
import type { Account } from '../../../src/domain/people/directory.ts'
import type { Calls, Workspace } from '../wire/calls.ts'
import { failureOf } from './failure.ts'

/** More than these are not remembered. */
const most = 10_000

/**
 * The workspace in which the bot can speak to a person: their own, else, for people of other organisations whom it shares
 * a channel with (Slack Connect), one that knows them.
 */
export const createWorkspaceOf = (calls: Calls, installations: Pick<Installations, 'find' | 'all'>) => {
  const known = new LRUCache<string, string>({ max: most })
  return async ({ team, user }: Account): Promise<Workspace | undefined> => {
    if ((await installations.find(team)) !== undefined) return calls.in(team)
    const all = await installations.all()
    const remembered = all.find((one) => one.team === known.get(user))
    if (all.length === 1 && all[0] !== undefined) return calls.as(all[0])
    if (remembered !== undefined) return calls.as(remembered)
    for (const installation of all) {
      const workspace = calls.as(installation)
      try {
        await workspace.client.users.info({ user })
        known.set(user, installation.team)
        return workspace
      } catch (error) {
        if (failureOf(error).kind !== 'refused') throw error
      }
    }
    return undefined
  }
}
