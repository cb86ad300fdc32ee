import { no, type Result, yes } from '../domain/result.ts'
import type { Config } from '../settings/config.ts'
import { prepareSlack, type Slack } from './slack.ts'
import { prepareTeams, type Teams } from './teams.ts'

/** The chats of somebody else's that are switched on. */
export type Chats = { readonly slack: Slack | undefined; readonly teams: Teams | undefined }

type Parts = Parameters<typeof prepareSlack>[1] & Parameters<typeof prepareTeams>[1]

const off = yes(undefined)

/** Makes ready the chats that the settings switch on, or says everything that is wrong with any of them. */
export const prepareChats = async (
  { slack, teams }: Pick<Config, 'slack' | 'teams'>,
  parts: Parts,
): Promise<Result<Chats, readonly string[]>> => {
  const [onSlack, onTeams] = await Promise.all([
    slack ? prepareSlack(slack, parts) : off,
    teams ? prepareTeams(teams, parts) : off,
  ])
  if (onSlack.ok && onTeams.ok) return yes({ slack: onSlack.value, teams: onTeams.value })
  return no([onSlack, onTeams].flatMap((one) => (one.ok ? [] : one.no)))
}
