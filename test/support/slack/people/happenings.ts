import type { Delivery } from '../deliver/delivery.ts'
import { userFields } from '../methods/user-fields.ts'
import type { User } from '../world/records.ts'
import { channelType, storeMessage } from '../world/write-message.ts'
import { channelOf, installOf, type Stage, userOf } from './stage.ts'

type Told = Promise<readonly Delivery[]>

/** What happens in a workspace beside talk: people and channels come, change and go. */
export const happenings = (stage: Stage) => {
  const { world } = stage
  const setMembers = (id: string, change: (members: readonly string[]) => readonly string[]): void => {
    const channel = channelOf(stage, id)
    world.channels.set(id, { ...channel, members: [...new Set(change(channel.members))] })
  }
  const tellUser = async (user: User): Told => {
    if (!world.installs.has(user.team)) return []
    const install = installOf(stage, user.team)
    const fields = userFields(world, install, user, true)
    return world.tell({
      event: {
        type: 'user_change',
        user: fields,
        cache_ts: Math.floor(world.now() / 1000),
        event_ts: world.stamp(),
      },
      team: user.team,
    })
  }

  return {
    /** Lets a person or a bot into a channel: the message that says so, and member_joined_channel. */
    join: async (id: string, user: string, inviter?: string): Told => {
      setMembers(id, (members) => [...members, user])
      const channel = channelOf(stage, id)
      const { team } = userOf(stage, user)
      const said = await storeMessage(world, channel, {
        type: 'message',
        subtype: 'channel_join',
        ts: world.stamp(),
        user,
        text: `<@${user}> has joined the channel`,
        ...(inviter === undefined ? {} : { inviter }),
      })
      const event = {
        type: 'member_joined_channel',
        user,
        channel: id,
        channel_type: channel.kind === 'public' ? 'C' : 'G',
        team,
        ...(inviter === undefined ? {} : { inviter }),
        event_ts: world.stamp(),
      }
      return [...said, ...(await world.tell({ event, channel: id }))]
    },
    /** Takes somebody out of a channel; when it is the bot, it is told that it left. */
    remove: async (id: string, user: string): Told => {
      const channel = channelOf(stage, id)
      const { team } = userOf(stage, user)
      setMembers(id, (members) => members.filter((member) => member !== user))
      const event = {
        type: 'member_left_channel',
        user,
        channel: id,
        channel_type: channel.kind === 'public' ? 'C' : 'G',
        team,
        event_ts: world.stamp(),
      }
      if (world.installs.get(team)?.botUser === user)
        return world.tell({
          event: {
            type: channel.kind === 'public' ? 'channel_left' : 'group_left',
            channel: id,
            actor_id: channel.members[0],
            event_ts: world.stamp(),
          },
          team,
        })
      return world.tell({ event, channel: id })
    },
    /** Changes what Slack knows of a person, such as their locale. */
    changeUser: async (id: string, change: Partial<User>): Told => {
      const user = { ...userOf(stage, id), ...change }
      world.users.set(id, user)
      return tellUser(user)
    },
    /** A person leaves the workspace: deactivated, and in no channel any more. */
    leave: async (id: string): Told => {
      const user = { ...userOf(stage, id), deleted: true }
      world.users.set(id, user)
      for (const channel of world.channels.values())
        if (channel.kind !== 'im')
          setMembers(channel.id, (members) => members.filter((member) => member !== id))
      return tellUser(user)
    },
    archive: async (id: string, by: string): Told => {
      const channel = channelOf(stage, id)
      world.channels.set(id, { ...channel, archived: true })
      const type = channel.kind === 'public' ? 'channel_archive' : 'group_archive'
      return world.tell({ event: { type, channel: id, user: by, event_ts: world.stamp() }, channel: id })
    },
    /** Only administrators may post from now on, or all again. */
    restrict: (id: string, restricted = true): void => {
      world.channels.set(id, { ...channelOf(stage, id), restricted })
    },
    /** Slack shows a link's page under a message: message_changed that no person caused. */
    unfurl: (id: string, ts: string): Told => {
      const channel = channelOf(stage, id)
      const list = world.messages.get(id) ?? []
      const before = list.find((message) => message.ts === ts)
      if (before === undefined) throw new Error(`No message ${ts} in ${id}`)
      const after = { ...before, attachments: [{ id: 1, title: 'A page', from_url: 'https://example.com/' }] }
      world.messages.set(
        id,
        list.map((message) => (message.ts === ts ? after : message)),
      )
      const at = world.stamp()
      return world.tell({
        event: {
          type: 'message',
          subtype: 'message_changed',
          message: after,
          previous_message: before,
          channel: id,
          hidden: true,
          ts: at,
          event_ts: at,
          channel_type: channelType(channel),
        },
        channel: id,
      })
    },
  }
}
