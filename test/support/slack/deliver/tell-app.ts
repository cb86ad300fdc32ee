import { textOf } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import type { Install } from '../world/records.ts'
import { installsIn } from '../world/sight.ts'
import type { Deliveries } from './create-deliveries.ts'
import type { Delivery } from './delivery.ts'
import { eventPayload, type Happening } from './event-payload.ts'
import { subscribed } from './subscribed.ts'

const concerned = (world: World, { channel, team }: Happening): readonly Install[] => {
  const place = channel === undefined ? undefined : world.channels.get(channel)
  if (place !== undefined) return installsIn(world, place)
  const install = team === undefined ? undefined : world.installs.get(team)
  return install === undefined ? [] : [install]
}

/**
 * Hands an event to the app: once, for the first installation it concerns. A message that mentions the bot comes a
 * second time as app_mention, with an event_id of its own.
 */
export const tellApp = async (
  world: World,
  deliveries: Deliveries,
  happening: Happening,
): Promise<readonly Delivery[]> => {
  world.signal.changed()
  const { event, channel } = happening
  const place = channel === undefined ? undefined : world.channels.get(channel)
  const mentions = (install: Install): boolean =>
    event.type === 'message' &&
    (event.subtype === undefined || event.subtype === 'file_share' || event.subtype === 'thread_broadcast') &&
    place?.kind !== 'im' &&
    event.bot_id !== install.botId &&
    textOf(event.text).includes(`<@${install.botUser}>`)

  const installs = concerned(world, happening)
  const all = installs.slice(0, 1)
  const addressed = installs.find(mentions)
  const { channel_type: _, subtype: __, ...twin } = event
  const parcels = [
    ...all
      .filter((install) => subscribed(world, install, event, place))
      .map((install) => ({ install, event })),
    ...(addressed === undefined || !subscribed(world, addressed, { type: 'app_mention' }, place)
      ? []
      : [{ install: addressed, event: { ...twin, type: 'app_mention' } }]),
  ]
  return Promise.all(
    parcels.map(({ install, event: told }) =>
      deliveries.deliver({
        kind: 'events_api',
        team: install.team,
        payload: eventPayload(world, install, { ...happening, event: told }),
      }),
    ),
  )
}
