import type { Config } from '../settings/config.ts'
import type { ChatHealth } from './health.ts'
import type { Slack } from './slack.ts'
import type { Teams } from './teams.ts'

type Reached = { readonly address: string | undefined; readonly state: ChatHealth }
type Lines = Parameters<typeof startLines>[0]

const slackWords = (slack: Lines['slack']): string => {
  if (slack === undefined) return 'off, no SLACK_BOT_TOKEN is set'
  const { names, heard, address, state } = slack
  const how = heard === 'socket' ? 'Socket Mode' : address === undefined ? 'HTTP' : `HTTP at ${address}`
  const where = names.length > 0 ? `in ${names.join(', ')}` : `in no workspace yet, see /slack/install`
  return state === 'away' ? `AWAY, tried again, over ${how}` : `on ${where}, over ${how}`
}

const teamsWords = (teams: Lines['teams']): string => {
  if (teams === undefined) return 'off, no TEAMS_APP_ID is set'
  const { signedIn, address, state } = teams
  const away = state === 'away' ? ', Microsoft AWAY, tried again' : ''
  return `on${signedIn ? '' : ' WITHOUT SIGN-IN'}, over ${address === undefined ? 'HTTP' : `HTTP at ${address}`}${away}`
}

/** What the start says once everything works, one line each. */
export const startLines = ({
  database,
  timers,
  timersNote,
  role,
  organisation,
  slack,
  teams,
  address,
}: {
  readonly database: string
  readonly timers: string
  readonly timersNote: string | undefined
  readonly role: Config['role']
  readonly organisation: string
  /** Absent while Slack is off. `address`: where this process listens for it. */
  readonly slack: (Pick<Slack, 'names' | 'heard'> & Reached) | undefined
  /** Absent while Teams is off. `address`: where this process listens for it. */
  readonly teams: (Pick<Teams, 'signedIn'> & Reached) | undefined
  /** Of the web chat, where this process has one. */
  readonly address: string | undefined
}): readonly string[] => [
  'Accord is running.',
  `  database      ${database}`,
  `  timers        ${timers}${timersNote === undefined ? '' : ` — ${timersNote}`}`,
  `  role          ${role}`,
  `  organisation  ${organisation}`,
  `  chats         web on · Slack ${slackWords(slack)} · Teams ${teamsWords(teams)}`,
  address === undefined ? '  no web chat in this role' : `  open          ${address}`,
]
