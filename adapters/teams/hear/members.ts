import { LRUCache } from 'lru-cache'
import type { Inbound, Mention } from '../../../src/chat/inbound.ts'
import { within } from '../../shared/within.ts'
import type { TeamsPort, To } from '../wire/port.ts'

/** How long it counts whose id is whose, and how long that Teams did not say it, ms. */
const freshMs = 86_400_000
const failedMs = 60_000
/** How long Teams is waited for, ms: words are heard without the names as well. */
const waitMs = 2_000
/** More than these are not remembered. */
const most = 20_000

/** Teams names whom a message calls by an id that only the bot knows; people are known by their id in the directory. */
const isBotsOwn = (user: string): boolean => user.startsWith('29:')

/** No message calls more people than these, but for the sake of asking. */
const mostAsked = 20

/** Puts the id in the directory for the bot's own of everybody whom words call, as far as Teams says it in time. */
export const createMembers = (port: Pick<TeamsPort, 'member'>, clock: () => number) => {
  const known = new LRUCache<string, { readonly until: number; readonly user: Promise<string | undefined> }>({
    max: most,
  })

  const userOf = (to: To, user: string): Promise<string | undefined> => {
    const key = `${to.conversation} ${user}`
    const found = known.get(key)
    if (found !== undefined && found.until > clock()) return found.user
    const asked = port.member(to, user).then((answer) => (answer.ok ? answer.value : undefined))
    known.set(key, { until: clock() + freshMs, user: asked })
    asked.then((told) => told ?? known.set(key, { until: clock() + failedMs, user: asked }))
    return asked
  }

  const told = async (to: To, mention: Mention): Promise<Mention> => {
    if (!isBotsOwn(mention.user)) return mention
    return { ...mention, user: (await within(userOf(to, mention.user), waitMs)) ?? mention.user }
  }

  return async <Act extends Inbound>(inbound: Act, serviceUrl: string | undefined): Promise<Act> => {
    const mentions = 'mentions' in inbound ? inbound.mentions : undefined
    if (mentions === undefined || serviceUrl === undefined) return inbound
    const to = { serviceUrl, conversation: inbound.place.conversation }
    return {
      ...inbound,
      mentions: await Promise.all(mentions.slice(0, mostAsked).map((mention) => told(to, mention))),
    }
  }
}
