import { isYes } from '../../fake/fields.ts'
import { teamsOf } from '../world/sight.ts'
import { channelFields } from './channel-fields.ts'
import type { Methods } from './method.ts'
import { page } from './page.ts'
import { need, refuse } from './refuse.ts'
import { userFields } from './user-fields.ts'

/** People, as far as the app's workspace can see them. */
export const userMethods: Methods = {
  'users.info': ({ world, args, install }) => {
    need(install, 'users:read')
    const user = world.users.get(String(args.user)) ?? refuse('user_not_found')
    return { user: userFields(world, install, user, isYes(args.include_locale)) }
  },
  'users.list': ({ world, args, install }) => {
    need(install, 'users:read')
    const own = [...world.users.values()].filter(({ team }) => team === install.team)
    const { items, ...rest } = page(own, args, { usual: 100, most: 1000 })
    return {
      members: items.map((user) => userFields(world, install, user, isYes(args.include_locale))),
      ...rest,
    }
  },
  'users.lookupByEmail': ({ world, args, install }) => {
    need(install, 'users:read.email')
    const found = [...world.users.values()].find(
      ({ team, email, deleted }) =>
        team === install.team && !deleted && email !== undefined && email === args.email,
    )
    return { user: userFields(world, install, found ?? refuse('users_not_found'), false) }
  },
  'users.conversations': ({ world, args, install }) => {
    need(install, 'channels:read', 'groups:read', 'im:read', 'mpim:read')
    const kinds = String(args.types ?? 'public_channel')
    const inside = [...world.channels.values()].filter(
      (channel) =>
        teamsOf(channel).includes(install.team) &&
        channel.members.includes(String(args.user ?? install.botUser)) &&
        (channel.kind === 'public' || channel.members.includes(install.botUser)) &&
        kinds.includes(
          { public: 'public_channel', private: 'private_channel', im: 'im', mpim: 'mpim' }[channel.kind],
        ) &&
        !(isYes(args.exclude_archived) && channel.archived),
    )
    const { items, ...rest } = page(inside, args, { usual: 100, most: 999 })
    return { channels: items.map((channel) => channelFields(world, install, channel)), ...rest }
  },
}
