import type { IncomingHttpHeaders } from 'node:http'
import { isValidSlackRequest } from '@slack/bolt'

/** How far a signed moment may be from ours, in either direction, s. */
const skew = 300

/**
 * Which of the secrets a body was signed with, at a moment within five minutes of ours. The library compares the
 * signatures, in constant time, but would take any moment in the future.
 */
export const signedWith = (
  headers: IncomingHttpHeaders,
  body: string,
  secrets: readonly string[],
  now: number,
): string | undefined => {
  const signature = headers['x-slack-signature']
  const stamp = headers['x-slack-request-timestamp']
  if (typeof signature !== 'string' || typeof stamp !== 'string' || !/^\d{1,12}$/.test(stamp))
    return undefined
  if (Math.abs(Math.floor(now / 1000) - Number(stamp)) > skew) return undefined
  const signed = { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(stamp) }
  return secrets.filter((signingSecret) =>
    isValidSlackRequest({ signingSecret, body, headers: signed, nowMilliseconds: now }),
  )[0]
}
