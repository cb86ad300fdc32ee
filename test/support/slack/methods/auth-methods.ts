import type { Methods } from './method.ts'
import { need } from './refuse.ts'

/** Who the token is, and the workspace it is for. */
export const authMethods: Methods = {
  'api.test': ({ args }) => ({ args }),
  'auth.test': ({ world, install }) => {
    const team = world.teams.get(install.team)
    return {
      url: `https://${team?.domain}.slack.com/`,
      team: team?.name,
      user: world.users.get(install.botUser)?.name,
      team_id: install.team,
      user_id: install.botUser,
      bot_id: install.botId,
      is_enterprise_install: false,
    }
  },
  'auth.revoke': ({ world, args, install }) => {
    if (args.test === undefined) world.installs.set(install.team, { ...install, lost: 'token_revoked' })
    return { revoked: args.test === undefined }
  },
  'team.info': ({ world, install }) => {
    need(install, 'team:read')
    const team = world.teams.get(install.team)
    return { team: { id: team?.id, name: team?.name, domain: team?.domain, email_domain: '', icon: {} } }
  },
}
