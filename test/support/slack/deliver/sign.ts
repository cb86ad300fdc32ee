import { createHmac } from 'node:crypto'

/** Slack's signature of a request: version 0, HMAC-SHA256 over the timestamp and the raw body. */
export const sign = (secret: string, timestamp: string | number, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
