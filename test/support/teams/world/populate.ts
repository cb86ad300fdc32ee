import { randomUUID } from 'node:crypto'
import { idOf, newThread, type World } from './create-world.ts'
import type { ChannelKind, Conversation, Person, Team } from './records.ts'

/** What a test may say about a new person. `aad: null`: no directory knows them. The app is installed for them by default. */
export type NewPerson = {
  readonly id?: string
  readonly tenant: string
  readonly name?: string
  readonly aad?: string | null
  readonly email?: string
  readonly locale?: string
  readonly zone?: string
  readonly guest?: boolean
  readonly installed?: boolean
}

/** What a test may say about a new team. The app is in it by default. */
export type NewTeam = {
  readonly id?: string
  readonly tenant: string
  readonly name?: string
  readonly members?: readonly string[]
  readonly installed?: boolean
}

/** What a test may say about a new channel. Everybody of the team is in a standard one; the app is in that by default. */
export type NewChannel = {
  readonly id?: string
  readonly team: string
  readonly name?: string
  readonly kind?: ChannelKind
  readonly members?: readonly string[]
  readonly installed?: boolean
}

/** What a test may say about a new group chat. The app is in it by default. */
export type NewChat = {
  readonly id?: string
  readonly tenant: string
  readonly name?: string
  readonly members: readonly string[]
  readonly installed?: boolean
}

/** The personal conversation of somebody with the bot: the same for ever. */
export const personalOf = ({ bot }: World, person: Pick<Person, 'user'>): string =>
  `a:1${idOf('personal', bot.appId, person.user)}`

/** Adds a person to a tenant. */
export const addPerson = (world: World, given: NewPerson): Person => {
  const aad = given.aad === undefined ? randomUUID() : given.aad
  const id = given.id ?? aad ?? randomUUID()
  const name = given.name ?? id
  const person: Person = {
    id,
    tenant: given.tenant,
    name,
    ...(aad === null ? {} : { aad }),
    email: given.email ?? `${id}@example.com`,
    locale: given.locale ?? 'en-GB',
    zone: given.zone ?? 'Europe/London',
    guest: given.guest ?? false,
    user: `29:1${idOf('user', world.bot.appId, aad ?? id)}`,
    installed: given.installed ?? true,
  }
  world.people.set(id, person)
  const personal = { kind: 'personal', tenant: given.tenant, members: [id] } as const
  add(world, { ...personal, id: personalOf(world, person), installed: person.installed })
  return person
}

/** Adds a team with its general channel, whose id is the team's. */
export const addTeam = (world: World, given: NewTeam): Team => {
  const id = given.id ?? newThread('tacv2')
  const { tenant, name = 'Team', members = [], installed = true } = given
  const team: Team = { id, tenant, name, group: randomUUID(), members, installed }
  world.teams.set(id, team)
  add(world, {
    id,
    kind: 'channel',
    tenant,
    name: 'General',
    members,
    installed,
    team: id,
    channel: 'standard',
  })
  return team
}

/** Adds a channel to a team. */
export const addChannel = (world: World, given: NewChannel): Conversation => {
  const team = world.teams.get(given.team)
  if (team === undefined) throw new Error(`Teams knows no team ${given.team}`)
  const channel = given.kind ?? 'standard'
  return add(world, {
    id: given.id ?? newThread('tacv2'),
    kind: 'channel',
    tenant: team.tenant,
    name: given.name ?? 'Channel',
    members: channel === 'standard' ? team.members : (given.members ?? []),
    // Private and shared channels have apps of their own.
    installed: given.installed ?? (channel === 'standard' && team.installed),
    team: team.id,
    channel,
  })
}

/** Adds a group chat. */
export const addChat = (world: World, given: NewChat): Conversation => {
  const { tenant, members, name, installed = true } = given
  const id = given.id ?? newThread('v2')
  return add(world, {
    id,
    kind: 'group',
    tenant,
    members,
    installed,
    ...(name === undefined ? {} : { name }),
  })
}

const add = (world: World, conversation: Conversation): Conversation => {
  for (const member of conversation.members)
    if (!world.people.has(member)) throw new Error(`Teams knows no person ${member}`)
  world.conversations.set(conversation.id, conversation)
  world.messages.set(conversation.id, [])
  return conversation
}
