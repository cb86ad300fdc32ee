import type { Reference } from '../../chat/references.ts'
import type { Directory } from '../../domain/people/directory.ts'
import type { TeamsConfig } from '../../settings/teams-config.ts'
import { type Finding, off } from './finding.ts'
import { checkTeamsEndpoint } from './teams-endpoint.ts'
import { checkTeamsHosts } from './teams-hosts.ts'
import { checkTeamsPeople } from './teams-people.ts'
import { checkTeamsRooms } from './teams-rooms.ts'
import { checkTeamsSignIn } from './teams-sign-in.ts'

/**
 * Looks at everything the bot needs of Teams, without its SDK. `references` and `directory` are absent while the database
 * cannot be read.
 */
export const checkTeams = async (
  teams: TeamsConfig | undefined,
  {
    now,
    references,
    directory,
  }: {
    readonly now: () => number
    readonly references: readonly Reference[] | undefined
    readonly directory: Directory | undefined
  },
): Promise<readonly Finding[]> => {
  if (teams === undefined) return [off('Teams', 'no TEAMS_APP_ID is set; the README says how to connect it')]
  const { app } = teams
  return [
    ...(await checkTeamsSignIn(teams, now)),
    await checkTeamsEndpoint(teams),
    ...(await checkTeamsHosts(teams.serviceHosts, references)),
    ...(directory === undefined || references === undefined
      ? [off('channel', 'channels and people on Teams stand in the database, which cannot be used now')]
      : [
          ...checkTeamsRooms(directory, { app, references }),
          ...checkTeamsPeople(directory, { app, references }),
        ]),
  ]
}
