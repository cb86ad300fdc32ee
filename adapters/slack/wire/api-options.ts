import type { Logger, webApi } from '@slack/bolt'

/** No call may hang for longer. */
const timeoutMs = 10_000

/**
 * How we call Slack: one attempt, ended after ten seconds, told at once of a rate limit. Repeating is the sender's, who
 * knows what a repetition would do. A new object each time, because the libraries write into the one they are given.
 */
export const apiOptions = (apiUrl: string, logger: Logger): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  timeout: timeoutMs,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
  logger,
})
