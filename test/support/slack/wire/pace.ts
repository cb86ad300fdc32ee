import type { World } from '../world/create-world.ts'

/** How many calls of a method Slack takes in a minute, by workspace (tiers 3 and 4). */
const tiers: { readonly [method: string]: number } = {
  'chat.update': 50,
  'chat.delete': 50,
  'conversations.open': 50,
  'conversations.history': 50,
  'conversations.replies': 50,
  'views.publish': 100,
  'views.open': 100,
  'views.push': 100,
  'views.update': 100,
  'chat.postEphemeral': 100,
  'users.info': 100,
}
const minute = 60

/** Seconds a call has to wait: one post a second and channel after a burst, a method’s tier, one history a minute. */
export const createPace = (world: World) => {
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>()
  const take = (key: string, perSecond: number, burst: number): number => {
    const now = world.rules.paceNow() / 1000
    const { tokens, at } = buckets.get(key) ?? { tokens: burst, at: now }
    const full = Math.min(burst, tokens + (now - at) * perSecond)
    // A margin of a tenth: the network may bring two posts sent a second apart a little closer together.
    const allowed = full >= 0.9
    buckets.set(key, { tokens: allowed ? full - 1 : full, at: now })
    return allowed ? 0 : Math.max(1, Math.ceil((1 - full) / perSecond))
  }
  const calls = new Map<string, readonly number[]>()
  const tiered = (key: string, most: number): number => {
    const now = world.rules.paceNow() / 1000
    const [first = now, ...others] = (calls.get(key) ?? []).filter((at) => at > now - minute)
    if (others.length + 1 >= most) return Math.max(1, Math.ceil(first + minute - now))
    calls.set(key, [first, ...others, now])
    return 0
  }
  return (method: string, team: string, channel: string): number => {
    if (method === 'chat.postMessage' && world.rules.posts)
      return take(`${team}/${channel}`, 1, world.rules.burst)
    if (/^conversations\.(history|replies)$/.test(method) && world.rules.histories)
      return take(`${team}/${method}`, 1 / 60, 1)
    const most = world.rules.tiers ? tiers[method] : undefined
    return most === undefined ? 0 : tiered(`${team}/${method}`, most)
  }
}
