import type { World } from '../world/create-world.ts'

/** Seconds a call has to wait: one post a second and channel after a burst, one history a minute. */
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
  return (method: string, team: string, channel: string): number => {
    if (method === 'chat.postMessage' && world.rules.posts)
      return take(`${team}/${channel}`, 1, world.rules.burst)
    if (/^conversations\.(history|replies)$/.test(method) && world.rules.histories)
      return take(`${team}/${method}`, 1 / 60, 1)
    return 0
  }
}
