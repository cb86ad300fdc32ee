import { isLoopback } from '../process/loopback.ts'
import type { Settings } from './settings.ts'

/** Who the bot is to Microsoft, and how it proves it. */
export type TeamsApp = {
  readonly appId: string
  readonly password: string
  /** The tenant of a single-tenant app, and the only one heard; absent: every tenant that installed the app. */
  readonly tenant?: string
}

/** Other addresses than those of Microsoft's public cloud. */
export type TeamsCloud = {
  readonly openIdUrl: string
  readonly issuer: string
  /** With the tenant. */
  readonly loginUrl: string
  readonly oauthScope: string
}

/** Teams as the settings want it. */
export type TeamsConfig = {
  /** Absent: nobody is authenticated. Only for development, and only on this machine. */
  readonly app: TeamsApp | undefined
  /** Absent: Microsoft's public cloud. */
  readonly cloud?: TeamsCloud
  readonly host: string
  readonly port: number
  /** Hosts the bot may be told to call, exact or `*.suffix`. */
  readonly serviceHosts: readonly string[]
}

type Env = { readonly [name: string]: string | undefined }

const cloud = ['TEAMS_OPENID_URL', 'TEAMS_ISSUER', 'TEAMS_LOGIN_URL', 'TEAMS_OAUTH_SCOPE'] as const
const ofCloud = [...cloud, 'TEAMS_SERVICE_HOSTS']

/** What is wrong with running without an app id, where nobody proves who they are. */
const openProblems = (said: (name: string) => string): readonly string[] => {
  const problems: string[] = []
  if (said('TEAMS_APP_ID'))
    problems.push(
      'TEAMS_WITHOUT_SIGN_IN and TEAMS_APP_ID contradict each other: with an app id only what Microsoft signed is heard, without sign-in everything is. Take TEAMS_WITHOUT_SIGN_IN away, or the app id and its password while you develop.',
    )
  if (!isLoopback(said('TEAMS_HOST') || '127.0.0.1'))
    problems.push(
      'TEAMS_WITHOUT_SIGN_IN lets whoever reaches the port be anyone, so TEAMS_HOST has to be this machine: 127.0.0.1, ::1 or localhost. To be reached from elsewhere set TEAMS_APP_ID and TEAMS_APP_PASSWORD.',
    )
  const hosts = said('TEAMS_SERVICE_HOSTS').split(',')
  if (!hosts.every((host) => isLoopback(host.trim())))
    problems.push(
      'TEAMS_WITHOUT_SIGN_IN lets whoever reaches the port say where the answer goes, so it may only go to this machine: set TEAMS_SERVICE_HOSTS=127.0.0.1,localhost.',
    )
  return problems
}

const portProblems = (said: (name: string) => string): readonly string[] => {
  const port = said('TEAMS_PORT') || '3979'
  if (port === '0') return []
  const overHttp = said('SLACK_SIGNING_SECRET') && !said('SLACK_APP_TOKEN')
  return [
    ...(port === (said('PORT') || '3978')
      ? [`TEAMS_PORT and PORT are both ${port}: the web chat has that one already, so change either.`]
      : []),
    ...(overHttp && port === (said('SLACK_PORT') || '3000')
      ? [`TEAMS_PORT and SLACK_PORT are both ${port}: Slack is listened for there, so change either.`]
      : []),
  ]
}

/**
 * What is wrong with the settings of Teams taken together, each problem with its fix. It asks hardly more than which are
 * set, so it can be told beside what is wrong with each.
 */
export const teamsProblems = (env: Env): readonly string[] => {
  const said = (name: string): string => env[name]?.trim() ?? ''
  const problems: string[] = []
  const [appId, password] = [said('TEAMS_APP_ID'), said('TEAMS_APP_PASSWORD')]
  const open = said('TEAMS_WITHOUT_SIGN_IN')
  if (appId && !password)
    problems.push(
      'TEAMS_APP_ID needs TEAMS_APP_PASSWORD: set it to the value of a client secret, from Certificates & secrets of the app registration.',
    )
  const alone = ['TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID'].filter(said)
  if (!appId && alone.length > 0 && !open)
    problems.push(
      `${alone.join(' and ')} without TEAMS_APP_ID: set it to the Application (client) ID of the same app registration.`,
    )
  if (open) problems.push(...openProblems(said))
  const missing = ofCloud.filter((name) => !said(name))
  if (cloud.some(said) && missing.length > 0)
    problems.push(
      `Another cloud than Microsoft's public one needs ${missing.join(', ')} as well. The README has them, cloud by cloud.`,
    )
  return appId || open ? [...problems, ...portProblems(said)] : problems
}

const appOf = (read: Settings): TeamsApp | undefined => {
  const { TEAMS_APP_ID: appId, TEAMS_APP_PASSWORD: password, TEAMS_TENANT_ID: tenant } = read
  if (appId === undefined || password === undefined) return undefined
  return { appId, password, ...(tenant === undefined ? {} : { tenant }) }
}

const cloudOf = (read: Settings): TeamsCloud | undefined => {
  const { TEAMS_OPENID_URL: openIdUrl, TEAMS_ISSUER: issuer } = read
  const { TEAMS_LOGIN_URL: loginUrl, TEAMS_OAUTH_SCOPE: oauthScope } = read
  if (openIdUrl === undefined || issuer === undefined) return undefined
  return loginUrl === undefined || oauthScope === undefined
    ? undefined
    : { openIdUrl, issuer, loginUrl, oauthScope }
}

/** Teams as the settings want it, nothing where it is off. */
export const teamsConfig = (read: Settings): TeamsConfig | undefined => {
  const app = appOf(read)
  if (app === undefined && read.TEAMS_WITHOUT_SIGN_IN === undefined) return undefined
  const other = cloudOf(read)
  const { TEAMS_HOST: host, TEAMS_PORT: port, TEAMS_SERVICE_HOSTS: serviceHosts } = read
  return { app, ...(other && { cloud: other }), host, port, serviceHosts }
}
