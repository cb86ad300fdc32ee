import type { SlackAnswer, SlackCall } from '../../adapters/slack/setup/api.ts'
import { missingScopes } from '../../adapters/slack/setup/scopes.ts'
import type { Installation, Installations } from '../chat/installations.ts'
import { no, type Result, yes } from '../domain/result.ts'
import type { Log } from '../process/log.ts'
import type { SlackConfig } from '../settings/slack-config.ts'
import { fixedInstallation } from '../store/fixed-installation.ts'
import { createInstallations } from '../store/installations.ts'
import type { Sql } from '../store/sql.ts'

/** The workspaces the bot may speak in, and what they are called. */
export type SlackWorkspaces = { readonly installations: Installations; readonly names: readonly string[] }

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)

const warnOfScopes = (name: string, { scopes }: SlackAnswer, log: Log): void => {
  const missing = scopes === undefined ? [] : missingScopes(scopes)
  if (missing.length > 0)
    log.warn(
      `Slack (${name}): the app was not given ${missing.join(', ')}. Update it from manifest/slack.json and install it again.`,
    )
}

const one = async (
  botToken: string,
  call: SlackCall,
  log: Log,
  now: number,
): Promise<Result<SlackWorkspaces, string>> => {
  const answer = await call('auth.test', botToken)
  if (!answer.ok)
    return no(
      `Slack does not accept SLACK_BOT_TOKEN (${answer.error}). Copy the "Bot User OAuth Token" again, from OAuth & Permissions of your app.`,
    )
  const [team, botUser, botId] = [answer.body.team_id, answer.body.user_id, answer.body.bot_id].map(text)
  if (team === undefined || botUser === undefined || botId === undefined)
    return no('SLACK_BOT_TOKEN is not the token of a bot. Copy the "Bot User OAuth Token" of your app.')
  const enterprise = text(answer.body.enterprise_id)
  const name = text(answer.body.team) ?? team
  warnOfScopes(name, answer, log)
  const installation: Installation = {
    platform: 'slack',
    team,
    ...(enterprise === undefined ? {} : { enterprise }),
    botToken,
    botId,
    botUser,
    scopes: answer.scopes ?? [],
    installedAt: now,
  }
  return yes({ installations: fixedInstallation(installation), names: [name] })
}

const nameIn = async ({ team, botToken }: Installation, call: SlackCall, log: Log): Promise<string> => {
  const answer = await call('auth.test', botToken)
  if (!answer.ok)
    log.warn(
      `Slack: the token of workspace ${team} is not accepted (${answer.error}). Install the app there again, at /slack/install.`,
    )
  else warnOfScopes(team, answer, log)
  return text(answer.body.team) ?? team
}

/**
 * Asks Slack who the bot is where it is installed. A token that the operator named must be good; of several workspaces
 * one that revoked its token is told in the log, for the others must not wait for it.
 */
export const slackWorkspaces = async (
  workspaces: SlackConfig['workspaces'],
  {
    call,
    sql,
    log,
    now,
  }: { readonly call: SlackCall; readonly sql: Sql; readonly log: Log; readonly now: () => number },
): Promise<Result<SlackWorkspaces, string>> => {
  if (workspaces.kind === 'one') return one(workspaces.botToken, call, log, now())
  const installations = createInstallations(sql, workspaces.keys)
  const names: string[] = []
  for (const installation of await installations.all()) names.push(await nameIn(installation, call, log))
  return yes({ installations, names })
}
