import { randomBytes } from 'node:crypto'
import { type Fields, textOf } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import type { Install } from '../world/records.ts'

/** What happened, for the app: an event, where it happened in a channel, or the workspace it concerns. */
export type Happening = { readonly event: Fields; readonly channel?: string; readonly team?: string }

/** The wrapper in which every event travels. */
export const eventPayload = (world: World, install: Install, { event, channel }: Happening): Fields => {
  const place = channel === undefined ? undefined : world.channels.get(channel)
  const sender = world.users.get(textOf(event.user))?.team
  return {
    token: 'verification-token-is-not-used',
    // In a shared channel this may be the sender's workspace, not the one the app is installed in.
    team_id: place !== undefined && place.sharedWith.length > 0 ? (sender ?? install.team) : install.team,
    context_team_id: install.team,
    context_enterprise_id: null,
    api_app_id: world.app.id,
    event,
    type: 'event_callback',
    event_id: world.id('Ev'),
    event_time: Math.floor(world.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: install.team,
        user_id: install.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: (place?.sharedWith.length ?? 0) > 0,
    event_context: `4-${randomBytes(24).toString('base64url')}`,
  }
}
