import type { Fields } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import type { Channel, Install } from '../world/records.ts'
import { scopeFor } from '../world/sight.ts'

const messageEvents = {
  public: 'message.channels',
  private: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
}

const scopes: { readonly [event: string]: readonly string[] } = {
  app_mention: ['app_mentions:read'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  user_change: ['users:read'],
  team_join: ['users:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  channel_archive: ['channels:read'],
  channel_unarchive: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_shared: ['channels:read', 'groups:read'],
  channel_unshared: ['channels:read', 'groups:read'],
  channel_id_changed: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
}

/** Whether the app asked for this event and has the scope it takes. */
export const subscribed = (
  world: World,
  install: Install,
  event: Fields,
  channel: Channel | undefined,
): boolean => {
  const type = String(event.type)
  const name = type === 'message' && channel !== undefined ? messageEvents[channel.kind] : type
  if (world.app.events !== undefined && !world.app.events.includes(name)) return false
  const needed =
    type === 'message' && channel !== undefined ? [scopeFor(channel, 'history')] : (scopes[type] ?? [])
  return needed.length === 0 || needed.some((scope) => install.scopes.includes(scope))
}
