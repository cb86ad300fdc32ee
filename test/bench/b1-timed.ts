import type { Adapter } from '../../src/chat/adapter.ts'

/** When something happened, by what it happened to. */
export type Times = Map<string, number>

/** A chat that takes everything at once and notes when it was handed which outbox row. The same row twice is a fault. */
export const timedAdapter = (posted: Times): Adapter => ({
  platform: 'web',
  start: async () => ({}),
  stop: async () => {},
  direct: async ({ team, user }) => ({
    platform: 'web',
    team,
    conversation: `direct:${user}`,
    direct: true,
  }),
  post: async ({ platform, team, conversation }, { key }) => {
    if (posted.has(key)) throw new Error(`B1: outbox row ${key} was handed over twice`)
    posted.set(key, Date.now())
    return { outcome: 'sent', message: { platform, team, conversation, message: `post-${key}` } }
  },
  update: async (message) => ({ outcome: 'sent', message }),
  find: async () => undefined,
})
