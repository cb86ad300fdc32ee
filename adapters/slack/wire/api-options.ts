import type { Logger, webApi } from '@slack/bolt'
import type { ApiFetch } from './api-fetch.ts'

/** How Slack's Web API is called. */
export type Api = { readonly apiUrl: string; readonly logger: Logger; readonly apiFetch: ApiFetch }

/** No call may hang for longer. */
const timeoutMs = 10_000

/**
 * How we call Slack, in a workspace or for the app itself: one attempt, ended after ten seconds, told at once of a rate limit. Repeating is the sender's, who
 * knows what a repetition would do. A new object each time, because the libraries write into the one they are given.
 */
export const apiOptions = ({ apiUrl, logger, apiFetch }: Api, team = ''): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  timeout: timeoutMs,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  fetch: apiFetch(team),
  allowAbsoluteUrls: false,
  logger,
})
