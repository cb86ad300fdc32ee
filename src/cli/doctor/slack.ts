import { type SlackCall, slackApi } from '../../../adapters/slack/setup/api.ts'
import type { Directory } from '../../domain/people/directory.ts'
import type { SlackConfig } from '../../settings/slack-config.ts'
import type { Sql } from '../../store/sql.ts'
import { type Finding, fix, off, wordsOf } from './finding.ts'
import { checkSlackPeople } from './slack-people.ts'
import { checkSlackRooms } from './slack-rooms.ts'
import { checkSlackTokens } from './slack-tokens.ts'
import { checkSlackTransport } from './slack-transport.ts'

const lookAt = async (
  slack: SlackConfig,
  call: SlackCall,
  { now, sql, directory }: Parameters<typeof checkSlack>[1],
): Promise<readonly Finding[]> => {
  const { findings, workspaces } = await checkSlackTokens(slack, { call, now, sql })
  const transport = await checkSlackTransport(slack.transport, call)
  if (workspaces.length === 0) return [...findings, transport]
  const organisation =
    directory === undefined
      ? [off('channel', 'channels and people stand in the database, which cannot be used now')]
      : [
          ...(await checkSlackRooms(directory, workspaces, call)),
          ...(await checkSlackPeople(directory, workspaces, call)),
        ]
  return [...findings, transport, ...organisation]
}

/** Looks at everything the bot needs of Slack. `sql` and `directory` are absent while the database cannot be read. */
export const checkSlack = async (
  slack: SlackConfig | undefined,
  parts: {
    readonly now: () => number
    readonly sql: Sql | undefined
    readonly directory: Directory | undefined
  },
): Promise<readonly Finding[]> => {
  if (slack === undefined)
    return [off('Slack', 'no SLACK_BOT_TOKEN is set; the README says how to connect it')]
  try {
    return await lookAt(slack, slackApi(slack.apiUrl), parts)
  } catch (error) {
    return [
      fix(
        'Slack',
        wordsOf(error),
        'Let this machine reach it (proxy, firewall, DNS), or correct SLACK_API_URL.',
      ),
    ]
  }
}
