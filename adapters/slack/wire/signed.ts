import type { IncomingHttpHeaders } from 'node:http'
import { isValidSlackRequest } from '@slack/bolt'

/** How far a signed moment may be from ours, in either direction, s. */
const skew = 300

/** Whose signature a body bears. `apart`: one of Slack, made so many seconds after our time, or before it when negative. */
export type Signed =
  | { readonly by: 'slack'; readonly secret: string }
  | { readonly by: 'slack'; readonly apart: number }
  | { readonly by: 'nobody' }

/**
 * Which of the secrets a body was signed with, at a moment within five minutes of ours. The library compares the
 * signatures, in constant time, but would take any moment in the future.
 */
export const signedWith = (
  headers: IncomingHttpHeaders,
  body: string,
  secrets: readonly string[],
  now: number,
): Signed => {
  const signature = headers['x-slack-signature']
  const stamp = headers['x-slack-request-timestamp']
  if (typeof signature !== 'string' || typeof stamp !== 'string' || !/^\d{1,12}$/.test(stamp))
    return { by: 'nobody' }
  const signed = { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(stamp) }
  // Of its own moment: how far that is from ours is said apart, for a clock that is wrong is mended otherwise than a secret.
  const nowMilliseconds = Number(stamp) * 1000
  const secret = secrets.find((signingSecret) =>
    isValidSlackRequest({ signingSecret, body, headers: signed, nowMilliseconds }),
  )
  if (secret === undefined) return { by: 'nobody' }
  const apart = Number(stamp) - Math.floor(now / 1000)
  return Math.abs(apart) > skew ? { by: 'slack', apart } : { by: 'slack', secret }
}
