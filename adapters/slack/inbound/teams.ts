import { z } from 'zod'
import { id, type SlackMessage } from './shapes.ts'

const teamed = z.object({ id: id.nullish() }).nullish()

const origin = z.object({
  authorizations: z.array(z.object({ team_id: id.nullish() })).nullish(),
  context_team_id: id.nullish(),
  team_id: id.nullish(),
  team: teamed,
  view: z.object({ app_installed_team_id: id.nullish() }).nullish(),
  user: z.object({ team_id: id.nullish() }).nullish(),
  enterprise: teamed,
  enterprise_id: id.nullish(),
})

/**
 * The workspace whose installation of the app a payload is for, whichever kind it is. In Slack Connect the plain
 * `team_id` of an event, and the `team` of a view, may be the sender's workspace, so they come after what names the
 * installation: a view's `app_installed_team_id`, an event's authorization, its context. The `team` of a pressed message
 * is the app's; an organisation-wide installation has none there, so the person's own and the organisation come last.
 */
export const installedTeam = (body: unknown): string | undefined => {
  const read = origin.safeParse(body)
  if (!read.success) return undefined
  const { authorizations, context_team_id, team_id, team, view, user, enterprise, enterprise_id } = read.data
  return (
    view?.app_installed_team_id ??
    authorizations?.[0]?.team_id ??
    context_team_id ??
    team_id ??
    team?.id ??
    user?.team_id ??
    enterprise?.id ??
    enterprise_id ??
    undefined
  )
}

/**
 * The workspace of a message's author, where Slack states it: `user_team`, else `team`, the one in the profile sent along
 * with strangers, else `source_team`, from which the message was sent. Of a Grid some name the organisation (E…), where
 * interactions name the workspace: a workspace comes first, so that a person stays one. Messages with files often state none.
 */
export const authorTeam = (message: Partial<SlackMessage>): string | undefined => {
  const { user_team, team, user_profile, source_team } = message
  const stated = [user_team, team, user_profile?.team, source_team].filter((one) => typeof one === 'string')
  return stated.find((one) => !one.startsWith('E')) ?? stated[0]
}
