import type { SlackAnswer, SlackCall } from '../../../adapters/slack/setup/api.ts'
import { missingScopes } from '../../../adapters/slack/setup/scopes.ts'
import type { SlackConfig } from '../../settings/slack-config.ts'
import { createInstallations } from '../../store/installations.ts'
import type { Sql } from '../../store/sql.ts'
import { checkClock } from './clock.ts'
import { type Finding, fix, note, off, ok, wordsOf } from './finding.ts'

/** A workspace whose token Slack accepted. */
export type Workspace = { readonly team: string; readonly name: string; readonly token: string }

/** What was found of the tokens, and the workspaces that can be looked into. */
export type TokensFound = { readonly findings: readonly Finding[]; readonly workspaces: readonly Workspace[] }

const about = 'Slack'

const again = {
  one: 'Copy the "Bot User OAuth Token" into SLACK_BOT_TOKEN again, from OAuth & Permissions of your app.',
  several: 'Install the app there again, at /slack/install.',
} as const

const checkScopes = (name: string, { scopes }: SlackAnswer): Finding => {
  if (scopes === undefined) return note(about, `${name}: Slack does not say what the app may do.`)
  const missing = missingScopes(scopes)
  if (missing.length === 0) return ok(about, `${name}: the app may do all it needs`)
  return fix(
    about,
    `${name}: the app was not given ${missing.join(', ')}.`,
    'Put manifest/slack.json into App Manifest of your app and install it again.',
  )
}

const checkToken = async (
  token: string,
  {
    call,
    now,
    kind,
    whose,
  }: {
    readonly call: SlackCall
    readonly now: () => number
    readonly kind: keyof typeof again
    readonly whose: string
  },
): Promise<TokensFound> => {
  const before = now()
  const answer = await call('auth.test', token)
  const { date } = answer
  // The date of an answer has whole seconds.
  const theirs = date === undefined ? undefined : { earliest: date, latest: date + 999 }
  const clock = theirs === undefined ? [] : [checkClock('Slack', { before, after: now() }, theirs)]
  const { team_id: team, team: called } = answer.body
  if (!answer.ok || typeof team !== 'string')
    return {
      findings: [fix(about, `${whose} is not accepted (${answer.error}).`, again[kind]), ...clock],
      workspaces: [],
    }
  const name = typeof called === 'string' ? called : team
  const findings = [ok(about, `${name} (${team}): ${whose} is accepted`), checkScopes(name, answer), ...clock]
  return { findings, workspaces: [{ team, name, token }] }
}

/** Tries the bot's token in each workspace: whether it is accepted, and what it lets the bot do. `sql`: absent while the database cannot be read. */
export const checkSlackTokens = async (
  { workspaces }: SlackConfig,
  { call, now, sql }: { readonly call: SlackCall; readonly now: () => number; readonly sql: Sql | undefined },
): Promise<TokensFound> => {
  if (workspaces.kind === 'one')
    return checkToken(workspaces.botToken, { call, now, kind: 'one', whose: 'SLACK_BOT_TOKEN' })
  if (sql === undefined)
    return {
      findings: [off(about, 'its workspaces stand in the database, which cannot be used now')],
      workspaces: [],
    }
  try {
    const installed = await createInstallations(sql, workspaces.keys).all()
    if (installed.length === 0)
      return {
        findings: [note(about, 'No workspace has installed the app yet.', 'Open /slack/install.')],
        workspaces: [],
      }
    const found: TokensFound[] = []
    for (const { team, botToken } of installed)
      found.push(await checkToken(botToken, { call, now, kind: 'several', whose: `the token of ${team}` }))
    return {
      findings: found.flatMap(({ findings }) => findings),
      workspaces: found.flatMap((one) => one.workspaces),
    }
  } catch (error) {
    return {
      findings: [fix(about, wordsOf(error), 'Put the missing key at the end of TOKEN_KEYS.')],
      workspaces: [],
    }
  }
}
