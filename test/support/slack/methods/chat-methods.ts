import { isYes } from '../../fake/fields.ts'
import { seenBy } from '../world/sight.ts'
import { changeMessage, removeMessage, storeMessage } from '../world/write-message.ts'
import { botMessage } from './bot-message.ts'
import { content } from './content.ts'
import type { Methods } from './method.ts'
import { need, refuse } from './refuse.ts'
import { threadOf } from './thread-of.ts'
import { ownMessage, writable } from './writable.ts'

/** Writing: messages for all, messages for one, changes and removals of the bot's own. */
export const chatMethods: Methods = {
  'chat.postMessage': ({ world, args, install }) => {
    need(install, 'chat:write')
    const channel = writable(world, install, args.channel)
    const said = content(world, args)
    const thread = threadOf(world, channel, args.thread_ts)
    const message = {
      ...botMessage(world, install, said, thread, channel),
      ...(isYes(args.reply_broadcast) && thread !== undefined ? { subtype: 'thread_broadcast' } : {}),
    }
    storeMessage(world, channel, message)
    const warning = said.warning === undefined ? {} : { warning: said.warning }
    return { channel: channel.id, ts: message.ts, message, ...warning }
  },
  'chat.update': ({ world, args, install }) => {
    need(install, 'chat:write')
    const { channel, message } = ownMessage(world, install, args, 'cant_update_message')
    const said = content(world, args)
    const { blocks: _, ...kept } = message
    const edited = { user: install.botUser, ts: world.stamp() }
    const now = {
      ...kept,
      text: said.text,
      edited,
      ...(said.blocks === undefined ? {} : { blocks: said.blocks }),
      ...(said.metadata === undefined ? {} : { metadata: said.metadata }),
    }
    changeMessage(world, channel, message, now)
    return { channel: channel.id, ts: message.ts, text: said.text, message: now }
  },
  'chat.delete': ({ world, args, install }) => {
    need(install, 'chat:write')
    const { channel, message } = ownMessage(world, install, args, 'cant_delete_message')
    removeMessage(world, channel, message)
    return { channel: channel.id, ts: message.ts }
  },
  'chat.postEphemeral': ({ world, args, install }) => {
    need(install, 'chat:write')
    const channel = /^[UW]/.test(String(args.channel))
      ? refuse('channel_not_found')
      : writable(world, install, args.channel)
    if (!channel.members.includes(install.botUser)) return refuse('not_in_channel')
    const to = world.users.get(String(args.user)) ?? refuse('user_not_found')
    if (!channel.members.includes(to.id)) return refuse('user_not_in_channel')
    const thread = threadOf(world, channel, args.thread_ts)
    const message = {
      ...botMessage(world, install, content(world, args), thread, channel),
      is_ephemeral: true,
    }
    world.ephemerals.push({ channel: channel.id, to: to.id, message })
    return { message_ts: message.ts }
  },
  'chat.getPermalink': ({ world, args, install }) => {
    const channel = seenBy(world, install, args.channel) ?? refuse('channel_not_found')
    const message =
      world.messages.get(channel.id)?.find(({ ts }) => ts === args.message_ts) ?? refuse('message_not_found')
    const domain = world.teams.get(install.team)?.domain
    const thread = message.thread_ts === undefined ? '' : `?thread_ts=${message.thread_ts}&cid=${channel.id}`
    return {
      channel: channel.id,
      permalink: `https://${domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`,
    }
  },
}
