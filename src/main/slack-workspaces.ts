import type { SlackAnswer, SlackCall } from '../../adapters/slack/setup/api.ts'
import { missingScopes } from '../../adapters/slack/setup/scopes.ts'
import { tokenRefusals } from '../../adapters/slack/setup/token-refusals.ts'
import type { Installation, Installations } from '../chat/installations.ts'
import { no, type Result, yes } from '../domain/result.ts'
import type { Log } from '../process/log.ts'
import type { SlackConfig } from '../settings/slack-config.ts'
import { fixedInstallation } from '../store/fixed-installation.ts'
import { createInstallations } from '../store/installations.ts'
import type { Sql } from '../store/sql.ts'
import { askUntilKnown, type Said } from './ask-until-known.ts'

/** The workspaces the bot may speak in, what those are called that are known yet, and what Slack says of the token. */
export type SlackWorkspaces = {
  readonly installations: Installations
  readonly names: readonly string[]
  readonly said: () => Said<unknown>
}

type Parts = {
  readonly call: SlackCall
  readonly sql: Sql
  readonly log: Log
  readonly now: () => number
}

type Named = { readonly installation: Installation; readonly name: string }

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)

const warnOfScopes = (name: string, { scopes }: SlackAnswer, log: Log): void => {
  const missing = scopes === undefined ? [] : missingScopes(scopes)
  if (missing.length > 0)
    log.warn(
      `Slack (${name}): the app was not given ${missing.join(', ')}. Update it from manifest/slack.json and install it again.`,
    )
}

/** No is a reason not to start where Slack means the token; else it is asked again. */
export const saidNo = (error: string | undefined, why: string) =>
  tokenRefusals.has(error ?? '')
    ? ({ at: 'no', why } as const)
    : ({
        at: 'away',
        why: `Slack does not say whether it takes the token (${error ?? 'no reason'}).`,
      } as const)

const ask = async (
  botToken: string,
  { call, log, now }: Pick<Parts, 'call' | 'log' | 'now'>,
): Promise<Said<Named>> => {
  const answer = await call('auth.test', botToken)
  const refused = (why: string) => ({ at: 'no', why }) as const
  if (!answer.ok)
    return saidNo(
      answer.error,
      `Slack does not accept SLACK_BOT_TOKEN (${answer.error}). Copy the "Bot User OAuth Token" again, from OAuth & Permissions of your app.`,
    )
  const [team, botUser, botId] = [answer.body.team_id, answer.body.user_id, answer.body.bot_id].map(text)
  if (team === undefined || botUser === undefined || botId === undefined)
    return refused('SLACK_BOT_TOKEN is not the token of a bot. Copy the "Bot User OAuth Token" of your app.')
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
    installedAt: now(),
  }
  return { at: 'yes', value: { installation, name } }
}

const one = async (botToken: string, parts: Parts): Promise<Result<SlackWorkspaces, string>> => {
  const said = await askUntilKnown(() => ask(botToken, parts), { name: 'Slack', log: parts.log })
  const first = said()
  if (first.at === 'no') return no(first.why)
  const given = (): Installation | undefined => {
    const now = said()
    if (now.at === 'away') throw new Error(now.why)
    return now.at === 'yes' ? now.value.installation : undefined
  }
  return yes({
    installations: fixedInstallation(given),
    names: first.at === 'yes' ? [first.value.name] : [],
    said,
  })
}

/** What a workspace is called; of one that cannot be asked now, its id. */
const nameIn = async ({ team, botToken }: Installation, call: SlackCall, log: Log): Promise<string> => {
  try {
    const answer = await call('auth.test', botToken)
    if (!answer.ok)
      log.warn(
        `Slack: the token of workspace ${team} is not accepted (${answer.error}). Install the app there again, at /slack/install.`,
      )
    else warnOfScopes(team, answer, log)
    return text(answer.body.team) ?? team
  } catch (error) {
    log.warn(error instanceof Error ? error.message : String(error))
    return team
  }
}

/**
 * Asks Slack who the bot is where it is installed. A token that the operator named must be good, or Slack away for now; of
 * several workspaces one that revoked its token is told in the log, for the others must not wait for it.
 */
export const slackWorkspaces = async (
  workspaces: SlackConfig['workspaces'],
  parts: Parts,
): Promise<Result<SlackWorkspaces, string>> => {
  if (workspaces.kind === 'one') return one(workspaces.botToken, parts)
  const installations = createInstallations(parts.sql, workspaces.keys)
  const all = await installations.all()
  const names = await Promise.all(all.map((installation) => nameIn(installation, parts.call, parts.log)))
  return yes({ installations, names, said: () => ({ at: 'yes', value: undefined }) })
}
