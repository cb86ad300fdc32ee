import { isYes, textOf } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import type { Channel, Install } from '../world/records.ts'
import { directWith, scopeFor, seenBy, teamsOf } from '../world/sight.ts'
import { channelFields } from './channel-fields.ts'
import type { Methods } from './method.ts'
import { openGroup } from './open-group.ts'
import { page } from './page.ts'
import { need, refuse } from './refuse.ts'
import { isStranger } from './user-fields.ts'

const kindNames = { public: 'public_channel', private: 'private_channel', im: 'im', mpim: 'mpim' } as const

const find = (world: World, install: Install, id: unknown): Channel => {
  if (!['channels', 'groups', 'im', 'mpim'].some((kind) => install.scopes.includes(`${kind}:read`)))
    need(install, 'channels:read', 'groups:read', 'mpim:read', 'im:read')
  const channel = seenBy(world, install, id) ?? refuse('channel_not_found')
  need(install, scopeFor(channel, 'read'))
  return channel
}

/** Conversations: which there are, who is in them, and the way to a person's direct one. */
export const conversationMethods: Methods = {
  'conversations.info': ({ world, args, install }) => ({
    channel: {
      ...channelFields(world, install, find(world, install, args.channel)),
      ...(isYes(args.include_num_members) ? {} : { num_members: undefined }),
    },
  }),
  'conversations.members': ({ world, args, install }) => {
    const channel = find(world, install, args.channel)
    const { items, ...rest } = page(channel.members, args, { usual: 100, most: 1000 })
    return { members: items, ...rest }
  },
  'conversations.list': ({ world, args, install }) => {
    const kinds = (textOf(args.types) || 'public_channel').split(',')
    need(
      install,
      ...kinds.map(
        (kind) =>
          ({
            public_channel: 'channels:read',
            private_channel: 'groups:read',
            im: 'im:read',
            mpim: 'mpim:read',
          })[kind] ?? refuse('invalid_types'),
      ),
    )
    const all = [...world.channels.values()].filter(
      (channel) =>
        teamsOf(channel).includes(install.team) &&
        seenBy(world, install, channel.id) !== undefined &&
        kinds.includes(kindNames[channel.kind]) &&
        install.scopes.includes(scopeFor(channel, 'read')) &&
        !(isYes(args.exclude_archived) && channel.archived),
    )
    const { items, ...rest } = page(all, args, { usual: 100, most: 1000 })
    return { channels: items.map((channel) => channelFields(world, install, channel)), ...rest }
  },
  'conversations.join': ({ world, args, install }) => {
    need(install, 'channels:join')
    const channel = seenBy(world, install, args.channel) ?? refuse('channel_not_found')
    if (channel.kind !== 'public') return refuse('method_not_supported_for_channel_type')
    if (channel.archived) return refuse('is_archived')
    world.channels.set(channel.id, {
      ...channel,
      members: [...new Set([...channel.members, install.botUser])],
    })
    return { channel: channelFields(world, install, channel) }
  },
  'conversations.open': ({ world, args, install }) => {
    if (typeof args.channel === 'string') {
      const channel = seenBy(world, install, args.channel) ?? refuse('channel_not_found')
      return { no_op: true, already_open: true, channel: { id: channel.id } }
    }
    const users = [...new Set(textOf(args.users).split(',').filter(Boolean))]
    if (users.length === 0) return refuse('users_list_not_supplied')
    need(install, users.length === 1 ? 'im:write' : 'mpim:write')
    for (const id of users) {
      const user = world.users.get(id) ?? refuse('user_not_found')
      if (isStranger(world, install, user)) refuse('user_not_found')
      if (user.deleted) refuse('user_disabled')
      if (user.bot) refuse('cannot_dm_bot')
    }
    const channel =
      users.length === 1 ? directWith(world, install, users[0] ?? '') : openGroup(world, install, users)
    const whole = isYes(args.return_im) ? channelFields(world, install, channel) : { id: channel.id }
    return { no_op: false, already_open: false, channel: whole }
  },
}
