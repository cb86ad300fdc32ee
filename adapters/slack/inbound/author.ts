import type { Account } from '../../../src/domain/people/directory.ts'
import type { HeardBy } from './heard.ts'
import { accountOf } from './place.ts'
import type { SlackMessage } from './shapes.ts'
import { authorTeam } from './teams.ts'

/** Who wrote a message, and their user id again where the workspace had to be assumed. */
export type Author = { readonly who: Account; readonly assumed: readonly string[] }

/** Slack's own reminders and notices come from this user. */
const slackbot = 'USLACKBOT'

/**
 * The person who wrote a message; nobody for the bot itself, any other bot and Slack's own notices, so that no two bots
 * ever answer each other (T44).
 */
export const authorOf = (
  message: Partial<SlackMessage>,
  team: string,
  { botUser }: Pick<HeardBy, 'botUser'>,
): Author | undefined => {
  const { user, bot_id, subtype } = message
  if (!user || user === botUser || user === slackbot) return undefined
  if (bot_id || subtype === 'bot_message') return undefined
  const stated = authorTeam(message)
  return { who: accountOf(stated ?? team, user), assumed: stated === undefined ? [user] : [] }
}
