import type { TokenKeys } from '../store/token-keys.ts'
import type { Settings } from './settings.ts'

/** What lets several workspaces install the app themselves, over HTTP. */
export type SlackInstall = {
  readonly clientId: string
  readonly clientSecret: string
  readonly stateSecret: string
}

/** How Slack reaches us: over a socket that we open, or by signed requests to a port of ours. */
export type SlackTransport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | {
      readonly kind: 'http'
      readonly signingSecrets: readonly string[]
      readonly host: string
      readonly port: number
      readonly install?: SlackInstall
    }

/** Slack as the settings want it: the one workspace of a token, or those that installed the app, whose tokens are encrypted. */
export type SlackConfig = {
  readonly transport: SlackTransport
  readonly workspaces:
    | { readonly kind: 'one'; readonly botToken: string }
    | { readonly kind: 'several'; readonly keys: TokenKeys }
  readonly apiUrl: string
}

type Env = { readonly [name: string]: string | undefined }

const tokens = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const
const oauth = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const

/**
 * What is wrong with the settings of Slack taken together, each problem with its fix. It asks only which are set, so it
 * can be told beside what is wrong with each.
 */
export const slackProblems = (env: Env): readonly string[] => {
  const set = (name: string): boolean => Boolean(env[name]?.trim())
  const [botToken, appToken, signing] = tokens.map(set)
  const missing = oauth.filter((name) => !set(name))
  const several = missing.length < oauth.length
  const hears = appToken || signing
  const problems: string[] = []
  if (botToken && several)
    problems.push(
      `SLACK_BOT_TOKEN is for one workspace, ${oauth.filter(set).join(', ')} for several: keep the one or the other.`,
    )
  if (several && missing.length > 0)
    problems.push(
      `Several workspaces need ${missing.join(' and ')} as well. .env.example says where each is found.`,
    )
  if (several && !set('TOKEN_KEYS'))
    problems.push(
      'Several workspaces need TOKEN_KEYS, which their tokens are encrypted with. Set it to k1: and the output of `openssl rand -base64 32`.',
    )
  if (several && appToken)
    problems.push(
      'Several workspaces are heard over HTTP: set SLACK_SIGNING_SECRET and take SLACK_APP_TOKEN away, or set SLACK_BOT_TOKEN for one workspace.',
    )
  if ((botToken || several) && !hears)
    problems.push(
      'Slack has no way to reach the bot: set SLACK_APP_TOKEN (Socket Mode, no public address needed) or SLACK_SIGNING_SECRET (HTTP).',
    )
  if (hears && !botToken && !several)
    problems.push(
      `${appToken ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET'} is set but no token to answer with: set SLACK_BOT_TOKEN, or SLACK_CLIENT_ID and the two after it for several workspaces.`,
    )
  const ports = [env.PORT?.trim() || '3978', env.SLACK_PORT?.trim() || '3000']
  if (signing && !appToken && ports[0] === ports[1] && ports[0] !== '0')
    problems.push(
      `SLACK_PORT and PORT are both ${ports[0]}: the web chat has that one already, so change either.`,
    )
  return problems
}

const installOf = (read: Settings): SlackInstall | undefined => {
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
  } = read
  if (clientId === undefined || clientSecret === undefined || stateSecret === undefined) return undefined
  return { clientId, clientSecret, stateSecret }
}

const transportOf = (read: Settings): SlackTransport | undefined => {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecrets } = read
  const { SLACK_HOST: host, SLACK_PORT: port } = read
  if (appToken !== undefined) return { kind: 'socket', appToken }
  const install = installOf(read)
  return signingSecrets && { kind: 'http', signingSecrets, host, port, ...(install && { install }) }
}

const workspacesOf = ({ SLACK_BOT_TOKEN, TOKEN_KEYS }: Settings): SlackConfig['workspaces'] | undefined => {
  if (SLACK_BOT_TOKEN !== undefined) return { kind: 'one', botToken: SLACK_BOT_TOKEN }
  return TOKEN_KEYS && { kind: 'several', keys: TOKEN_KEYS }
}

/** Slack as the settings want it, nothing where it is off. An app token makes it Socket Mode, a signing secret alone HTTP. */
export const slackConfig = (read: Settings): SlackConfig | undefined => {
  const transport = transportOf(read)
  const workspaces = workspacesOf(read)
  return transport && workspaces && { transport, workspaces, apiUrl: read.SLACK_API_URL }
}
