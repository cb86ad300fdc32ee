import type { World } from './create-world.ts'
import type { Channel, Install } from './records.ts'

/** The workspaces that take part in a channel. */
export const teamsOf = (channel: Channel): readonly string[] => [channel.team, ...channel.sharedWith]

/** The channel as an installation may see it: private ones only from inside, foreign ones not at all. */
export const seenBy = (world: World, install: Install, id: unknown): Channel | undefined => {
  const channel = typeof id === 'string' ? world.channels.get(id) : undefined
  if (channel === undefined || !teamsOf(channel).includes(install.team)) return undefined
  if (channel.kind !== 'public' && !channel.members.includes(install.botUser)) return undefined
  return channel
}

/** The scope that a kind of access to a channel takes: `channels:history` and its siblings. */
export const scopeFor = (channel: Channel, access: 'read' | 'history' | 'write'): string =>
  `${{ public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' }[channel.kind]}:${access}`

/** The installation that is told of what happens in a channel: the host's, else the first that is in it. */
export const installsIn = (world: World, channel: Channel): readonly Install[] =>
  teamsOf(channel).flatMap((team) => {
    const install = world.installs.get(team)
    return install !== undefined && install.lost === undefined && channel.members.includes(install.botUser)
      ? [install]
      : []
  })

/** The direct conversation of a person with a bot, opened when there is none. */
export const directWith = (world: World, install: Install, user: string): Channel => {
  const found = [...world.channels.values()].find(
    ({ kind, members }) => kind === 'im' && members.includes(user) && members.includes(install.botUser),
  )
  if (found !== undefined) return found
  const id = world.id('D')
  const channel: Channel = {
    id,
    name: id,
    kind: 'im',
    team: install.team,
    sharedWith: [],
    members: [user, install.botUser],
    archived: false,
    restricted: false,
  }
  world.channels.set(id, channel)
  world.messages.set(id, [])
  return channel
}
