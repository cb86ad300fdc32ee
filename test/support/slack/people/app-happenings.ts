import type { Delivery } from '../deliver/delivery.ts'
import { channelOf, installOf, type Stage } from './stage.ts'

type Told = Promise<readonly Delivery[]>

/** What happens between workspaces and to the app: channels are shared, tokens die. */
export const appHappenings = (stage: Stage) => {
  const { world } = stage
  return {
    /** The channel gets another id, as when a share is begun; the old one is no more. */
    changeChannelId: async (old: string, now: string): Told => {
      const channel = channelOf(stage, old)
      world.channels.delete(old)
      world.channels.set(now, { ...channel, id: now })
      world.messages.set(now, world.messages.get(old) ?? [])
      world.messages.delete(old)
      return world.tell({
        event: {
          type: 'channel_id_changed',
          old_channel_id: old,
          new_channel_id: now,
          event_ts: world.stamp(),
        },
        channel: now,
      })
    },
    /** Shares a channel with another workspace. */
    shareChannel: async (id: string, team: string): Told => {
      const channel = channelOf(stage, id)
      world.channels.set(id, { ...channel, sharedWith: [...channel.sharedWith, team] })
      return world.tell({
        event: { type: 'channel_shared', connected_team_id: team, channel: id, event_ts: world.stamp() },
        channel: id,
      })
    },
    /** Ends the sharing with a workspace; its people are out. */
    unshareChannel: async (id: string, team: string): Told => {
      const channel = channelOf(stage, id)
      const event = {
        type: 'channel_unshared',
        previously_connected_team_id: team,
        channel: id,
        is_ext_shared: channel.sharedWith.length > 1,
        event_ts: world.stamp(),
      }
      world.channels.set(id, {
        ...channel,
        sharedWith: channel.sharedWith.filter((other) => other !== team),
        members: channel.members.filter((member) => world.users.get(member)?.team !== team),
      })
      return world.tell({ event, channel: id })
    },
    /** The workspace takes the app away: both events come, in either order, and the token is dead. */
    uninstall: async (team: string): Told => {
      const install = installOf(stage, team)
      const revoked = world.tell({
        event: { type: 'tokens_revoked', tokens: { oauth: [], bot: [install.botUser] } },
        team,
      })
      const gone = world.tell({ event: { type: 'app_uninstalled' }, team })
      world.installs.set(team, { ...install, lost: 'account_inactive' })
      return [...(await revoked), ...(await gone)]
    },
    /** The bot's token of a workspace dies. */
    revokeToken: async (team: string): Told => {
      const install = installOf(stage, team)
      world.installs.set(team, { ...install, lost: 'token_revoked' })
      return world.tell({
        event: { type: 'tokens_revoked', tokens: { oauth: [], bot: [install.botUser] } },
        team,
      })
    },
    /** Changes which scopes the app has in a workspace, as when it was installed with an older manifest. */
    setScopes: (team: string, scopes: readonly string[]): void => {
      world.installs.set(team, { ...installOf(stage, team), scopes })
    },
  }
}
