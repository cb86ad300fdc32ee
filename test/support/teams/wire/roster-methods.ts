import type { Fields } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import { personOf } from '../world/find.ts'
import type { Person } from '../world/records.ts'
import { type Answer, refuse } from './refuse.ts'
import type { Route } from './route.ts'
import { writable } from './writable.ts'

const memberFields = ({ user, name, aad, email, tenant, guest }: Person): Fields => ({
  id: user,
  name,
  ...(aad === undefined ? {} : { aadObjectId: aad, objectId: aad, userPrincipalName: email }),
  email,
  tenantId: tenant,
  userRole: guest ? 'guest' : 'user',
})

/** `GET …/members` and `GET …/pagedmembers`: who is there. */
export const listMembers = (world: World, route: Route, url: URL): Answer => {
  const { members } = writable(world, route.conversation ?? '')
  const all = members.map((id) => memberFields(personOf(world, id)))
  if (!url.pathname.endsWith('/pagedmembers')) return { status: 200, body: all }
  const size = Math.max(1, Number(url.searchParams.get('pageSize') ?? 200))
  const from = Number(url.searchParams.get('continuationToken') ?? 0)
  const rest = from + size < all.length ? { continuationToken: String(from + size) } : {}
  return { status: 200, body: { members: all.slice(from, from + size), ...rest } }
}

/** `GET …/members/:id`: one of them, by the bot's id for them or the directory's. */
export const oneMember = (world: World, route: Route): Answer => {
  const { members } = writable(world, route.conversation ?? '')
  const person = members
    .map((id) => personOf(world, id))
    .find(({ user, aad }) => user === route.member || aad === route.member)
  if (person === undefined)
    return refuse(404, 'MemberNotFoundInConversation', 'Member not found in conversation.')
  return { status: 200, body: memberFields(person) }
}

/** `GET /v3/teams/:id`. */
export const teamDetails = (world: World, route: Route): Answer => {
  const team = world.teams.get(route.conversation ?? '')
  if (team === undefined) return refuse(404, 'NotFound', 'The team is not known')
  if (!team.installed) refuse(403, 'BotNotInConversationRoster', 'The bot is not part of the team.')
  const { id, name, group, tenant, members } = team
  const channelCount = [...world.conversations.values()].filter((one) => one.team === id).length
  return {
    status: 200,
    body: { id, name, aadGroupId: group, tenantId: tenant, memberCount: members.length, channelCount },
  }
}
