import type { Fields } from '../../fake/fields.ts'
import type { Deliveries } from '../deliver/create-deliveries.ts'
import type { World } from '../world/create-world.ts'
import type { Channel, Install, User } from '../world/records.ts'

/** Where people act: the world, and the way to the app. */
export type Stage = {
  readonly world: World
  readonly deliveries: Deliveries
  /** What people chose or wrote in a view or message, by its id and then by block and action. */
  readonly filled: Map<string, Map<string, unknown>>
}

/** The person with this id; a test that names somebody else is wrong. */
export const userOf = ({ world }: Stage, id: string): User => {
  const user = world.users.get(id)
  if (user === undefined) throw new Error(`Slack knows no person ${id}`)
  return user
}

/** The channel with this id. */
export const channelOf = ({ world }: Stage, id: string): Channel => {
  const channel = world.channels.get(id)
  if (channel === undefined) throw new Error(`Slack knows no channel ${id}`)
  return channel
}

/** The app in a workspace. */
export const installOf = ({ world }: Stage, team: string): Install => {
  const install = world.installs.get(team)
  if (install === undefined) throw new Error(`The app is not installed in ${team}`)
  return install
}

/** A channel the person can write in. */
export const writableBy = (stage: Stage, person: string, id: string): Channel => {
  const channel = channelOf(stage, id)
  const user = userOf(stage, person)
  if (user.deleted) throw new Error(`${person} has left`)
  if (!channel.members.includes(person)) throw new Error(`${person} is not in ${id}`)
  if (channel.archived) throw new Error(`${id} is archived`)
  return channel
}

/** How interactions name a person. */
export const personFields = ({ id, name, team }: User): Fields => ({
  id,
  username: name,
  name,
  team_id: team,
})

/** How interactions name a workspace. */
export const teamFields = ({ world }: Stage, id: string): Fields => ({
  id,
  domain: world.teams.get(id)?.domain,
})

/** How interactions and commands name a channel: only public ones by their name. */
export const placeFields = ({ id, kind, name }: Channel): Fields => ({
  id,
  name: { public: name, private: 'privategroup', im: 'directmessage', mpim: 'privategroup' }[kind],
})

/** What every interaction carries beside what it is. */
export const commonFields = (stage: Stage, team: string): Fields => ({
  team: teamFields(stage, team),
  api_app_id: stage.world.app.id,
  token: 'verification-token-is-not-used',
  enterprise: null,
  is_enterprise_install: false,
})
