import type { Fields } from '../../fake/fields.ts'
import type { World } from './create-world.ts'
import type { Channel, Message } from './records.ts'
import { standing } from './standing.ts'

const types = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } as const

/** How events name the kind of a channel. */
export const channelType = (channel: Channel): string => types[channel.kind]

const bare = ({ metadata: _, ...message }: Message): Fields => message

/** Puts a message into its channel and tells the app. */
export const storeMessage = (world: World, channel: Channel, message: Message) => {
  world.messages.set(channel.id, [...(world.messages.get(channel.id) ?? []), message])
  const parent = world.messages
    .get(channel.id)
    ?.find(({ ts }) => ts === message.thread_ts && ts !== message.ts)
  const event = {
    ...bare(message),
    ...(parent?.user === undefined ? {} : { parent_user_id: parent.user }),
    channel: channel.id,
    event_ts: message.ts,
    channel_type: channelType(channel),
  }
  return world.tell({ event, channel: channel.id })
}

/** Puts a new version in a message's place and tells the app what it was before. */
export const changeMessage = (world: World, channel: Channel, before: Message, after: Message) => {
  const list = world.messages.get(channel.id) ?? []
  world.messages.set(
    channel.id,
    list.map((message) => (message.ts === before.ts ? after : message)),
  )
  const ts = world.stamp()
  const event = {
    type: 'message',
    subtype: 'message_changed',
    message: bare(after),
    previous_message: bare(before),
    channel: channel.id,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: channelType(channel),
  }
  return world.tell({ event, channel: channel.id })
}

/** Takes a message away; the parent of a thread leaves a tombstone, as replies need one. */
export const removeMessage = (world: World, channel: Channel, before: Message) => {
  const full = standing(world, channel.id).find(({ ts }) => ts === before.ts)
  if (Number(full?.reply_count ?? 0) > 0)
    return changeMessage(world, channel, before, {
      type: 'message',
      subtype: 'tombstone',
      text: 'This message was deleted.',
      user: 'USLACKBOT',
      hidden: true,
      ts: before.ts,
      thread_ts: before.ts,
    })
  const list = world.messages.get(channel.id) ?? []
  world.messages.set(
    channel.id,
    list.filter(({ ts }) => ts !== before.ts),
  )
  const ts = world.stamp()
  const event = {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: bare(before),
    channel: channel.id,
    hidden: true,
    deleted_ts: before.ts,
    event_ts: ts,
    ts,
    channel_type: channelType(channel),
  }
  return world.tell({ event, channel: channel.id })
}
