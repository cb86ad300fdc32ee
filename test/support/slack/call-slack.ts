import { LogLevel, webApi } from '@slack/bolt'
import { fieldsOf } from '../fake/fields.ts'
import type { FakeSlack } from './start-fake-slack.ts'

/** The official client with the bot's token (or another), which neither retries nor waits. */
export const slackClient = (slack: FakeSlack, token = slack.token('T0SUPPLY')) =>
  new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  })

/** The error in Slack's words that a call ended with. */
export const failureOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call
    return 'no error'
  } catch (error) {
    return String(fieldsOf(fieldsOf(error).data).error ?? error)
  }
}
