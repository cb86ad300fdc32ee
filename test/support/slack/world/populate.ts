import type { World } from './create-world.ts'
import { installApp } from './install-app.ts'
import type { Channel, Team, User } from './records.ts'

/** What a test may say about a new workspace. */
export type NewTeam = Partial<Team> & {
  readonly installed?: boolean
  readonly scopes?: readonly string[]
  readonly token?: string
}
/** What a test may say about a new person. */
export type NewUser = Partial<User> & { readonly team: string }
/** What a test may say about a new channel. `members` are people; the app's bot joins where `bot` is not false. */
export type NewChannel = Partial<Channel> & { readonly team: string; readonly bot?: boolean }

/** Adds a workspace, with the app in it unless told otherwise. */
export const addTeam = (world: World, given: NewTeam = {}): Team => {
  const id = given.id ?? world.id('T')
  const name = given.name ?? id
  const team = { id, name, domain: given.domain ?? name.toLowerCase().replace(/[^a-z0-9]+/g, '-') }
  world.teams.set(id, team)
  if (given.installed !== false) installApp(world, id, given.scopes, given.token)
  return team
}

/** Adds a person to a workspace. */
export const addUser = (world: World, given: NewUser): User => {
  const id = given.id ?? world.id('U')
  const name = given.name ?? id.toLowerCase()
  const user: User = {
    realName: name,
    locale: 'en-US',
    zone: 'Europe/London',
    bot: false,
    deleted: false,
    guest: false,
    admin: false,
    ...given,
    id,
    name,
  }
  world.users.set(id, user)
  return user
}

const prefix = { public: 'C', private: 'C', im: 'D', mpim: 'G' } as const

/** Adds a channel; the bot of its workspace is in it unless told otherwise. */
export const addChannel = (world: World, given: NewChannel): Channel => {
  const { bot = true, ...said } = given
  const kind = said.kind ?? 'public'
  const id = said.id ?? world.id(prefix[kind])
  const install = world.installs.get(said.team)
  const members = [...(said.members ?? []), ...(bot && install !== undefined ? [install.botUser] : [])]
  const channel: Channel = {
    sharedWith: [],
    archived: false,
    restricted: false,
    ...said,
    id,
    kind,
    name: said.name ?? id.toLowerCase(),
    members: [...new Set(members)],
  }
  world.channels.set(id, channel)
  world.messages.set(id, world.messages.get(id) ?? [])
  return channel
}
