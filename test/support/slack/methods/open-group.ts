import type { World } from '../world/create-world.ts'
import type { Channel, Install } from '../world/records.ts'

/** The group conversation of these people with the bot, opened when there is none. */
export const openGroup = (world: World, install: Install, users: readonly string[]): Channel => {
  const members = [...users, install.botUser].sort()
  const found = [...world.channels.values()].find(
    ({ kind, members: inside }) => kind === 'mpim' && [...inside].sort().join() === members.join(),
  )
  if (found !== undefined) return found
  const id = world.id('C')
  const channel: Channel = {
    id,
    name: `mpdm-${members.join('--').toLowerCase()}-1`,
    kind: 'mpim',
    team: install.team,
    sharedWith: [],
    members,
    archived: false,
    restricted: false,
  }
  world.channels.set(id, channel)
  world.messages.set(id, [])
  return channel
}
