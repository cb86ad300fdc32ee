import type { SlackCall } from '../../../adapters/slack/setup/api.ts'
import type { SlackTransport } from '../../settings/slack-config.ts'
import { type Finding, fix, note, ok } from './finding.ts'

const about = 'Slack'

/** Looks whether Slack can reach the bot: Socket Mode by asking for a socket; over HTTP only Slack itself can tell. */
export const checkSlackTransport = async (transport: SlackTransport, call: SlackCall): Promise<Finding> => {
  if (transport.kind === 'http')
    return note(
      about,
      `The signing secret is set; Slack is listened for at http://${transport.host}:${transport.port}/slack/events.`,
      'See that your public https address leads there: Event Subscriptions of your app must say Verified.',
    )
  const { ok: opens, error } = await call('apps.connections.open', transport.appToken)
  if (opens) return ok(about, 'SLACK_APP_TOKEN opens a socket')
  return fix(
    about,
    `SLACK_APP_TOKEN opens no socket (${error}).`,
    'Generate an "App-Level Token" with the scope connections:write, and switch on Socket Mode of your app.',
  )
}
