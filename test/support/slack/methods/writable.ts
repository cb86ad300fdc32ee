import type { World } from '../world/create-world.ts'
import type { Channel, Install, Message } from '../world/records.ts'
import { directWith, seenBy } from '../world/sight.ts'
import { refuse } from './refuse.ts'
import { isStranger } from './user-fields.ts'

const directTo = (world: World, install: Install, id: string): Channel | undefined => {
  const user = world.users.get(id)
  if (user === undefined || isStranger(world, install, user)) return undefined
  if (user.deleted) return refuse('user_disabled')
  if (user.bot) return refuse('cannot_dm_bot')
  return directWith(world, install, id)
}

/** The channel a post goes to, if the bot may write there; a person's id means their direct conversation. */
export const writable = (world: World, install: Install, id: unknown): Channel => {
  const target = typeof id === 'string' ? id : ''
  const channel =
    (/^[UW]/.test(target) ? directTo(world, install, target) : seenBy(world, install, target)) ??
    refuse('channel_not_found')
  if (channel.archived) return refuse('is_archived')
  if (!channel.members.includes(install.botUser) && !install.scopes.includes('chat:write.public'))
    return refuse('not_in_channel')
  if (channel.restricted) return refuse('restricted_action')
  const other =
    channel.kind === 'im' ? channel.members.find((member) => member !== install.botUser) : undefined
  if (other !== undefined && world.users.get(other)?.deleted) return refuse('user_disabled')
  return channel
}

/** The bot's own message with this timestamp in a channel named by its id. */
export const ownMessage = (
  world: World,
  install: Install,
  args: { readonly channel?: unknown; readonly ts?: unknown },
  foreign: 'cant_update_message' | 'cant_delete_message',
): { readonly channel: Channel; readonly message: Message } => {
  const channel = seenBy(world, install, args.channel) ?? refuse('channel_not_found')
  const message =
    world.messages.get(channel.id)?.find(({ ts }) => ts === args.ts) ?? refuse('message_not_found')
  if (message.bot_id !== install.botId) return refuse(foreign)
  if (channel.archived) return refuse('is_archived')
  if (!channel.members.includes(install.botUser)) return refuse('not_in_channel')
  return { channel, message }
}
