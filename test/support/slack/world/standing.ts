import type { World } from './create-world.ts'
import type { Message } from './records.ts'

const repliesIn = (all: readonly Message[]): ReadonlyMap<string, readonly Message[]> => {
  const threads = new Map<string, Message[]>()
  for (const message of all) {
    const { ts, thread_ts } = message
    if (thread_ts === undefined || thread_ts === ts) continue
    const replies = threads.get(thread_ts)
    if (replies === undefined) threads.set(thread_ts, [message])
    else replies.push(message)
  }
  return threads
}

/** The messages that stand in a channel, oldest first; a parent tells how many replies it has. */
export const standing = (world: World, channel: string): Message[] => {
  const all = world.messages.get(channel) ?? []
  const threads = repliesIn(all)
  return all.map((message) => {
    const replies = threads.get(message.ts) ?? []
    if (replies.length === 0) return message
    const users = [...new Set(replies.flatMap(({ user }) => (user === undefined ? [] : [user])))]
    return {
      ...message,
      thread_ts: message.ts,
      reply_count: replies.length,
      reply_users_count: users.length,
      reply_users: users,
      latest_reply: replies.at(-1)?.ts,
      is_locked: false,
      subscribed: false,
    }
  })
}
