import type { World } from '../world/create-world.ts'
import type { Channel } from '../world/records.ts'
import { refuse } from './refuse.ts'

/** The thread a post asks for; only a message that is not itself a reply can have one. Of one that is gone Slack says nothing. */
export const threadOf = (world: World, channel: Channel, asked: unknown): string | undefined => {
  if (asked === undefined || asked === '') return undefined
  const parent = world.messages.get(channel.id)?.find(({ ts }) => ts === asked)
  if (parent === undefined) return world.rules.strays ? undefined : refuse('thread_not_found')
  if (parent.thread_ts !== undefined && parent.thread_ts !== parent.ts)
    return refuse('cannot_reply_to_message')
  return parent.ts
}
