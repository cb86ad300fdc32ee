import type { Fields } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import type { Attempt, Parcel, RetryReason } from './delivery.ts'
import { sign } from './sign.ts'

/** How a delivery may differ from an honest one. Absent: signed properly, now. */
export type Forgery = {
  readonly secret?: string
  /** Seconds the timestamp is off. */
  readonly skew?: number
  readonly timestamp?: string
  readonly signature?: string
  /** Header names that are left out. */
  readonly without?: readonly ('x-slack-signature' | 'x-slack-request-timestamp')[]
  /** The body that is really sent, where it differs from the one that was signed. */
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

const formOf = (fields: Fields): string =>
  new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString()

/** The body and its type as Slack posts them: events as JSON, commands as a form, interactions as JSON in a form. */
export const bodyOf = ({ kind, payload }: Parcel): { readonly body: string; readonly type: string } => {
  if (kind === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' }
  const type = 'application/x-www-form-urlencoded'
  if (kind === 'slash_commands') return { body: formOf(payload), type }
  return { body: formOf({ payload: JSON.stringify(payload) }), type }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const reasonOf = (error: unknown): RetryReason =>
  error instanceof Error && error.name === 'TimeoutError' ? 'http_timeout' : 'connection_failed'

/** Posts a body to the app, signed as Slack signs or forged as told. */
export const postSigned = async (
  world: World,
  url: string,
  { body, type }: { readonly body: string; readonly type: string },
  forgery: Forgery = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Attempt> => {
  const started = performance.now()
  // Real time: the app compares it with its own clock.
  const timestamp = forgery.timestamp ?? String(Math.floor(Date.now() / 1000) + (forgery.skew ?? 0))
  const signature = forgery.signature ?? sign(forgery.secret ?? world.app.signingSecret, timestamp, body)
  const all: Record<string, string> = {
    'content-type': type,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature,
    ...headers,
    ...forgery.headers,
  }
  for (const name of forgery.without ?? []) delete all[name]
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: all,
      body: forgery.body ?? body,
      signal: AbortSignal.timeout(world.rules.ackWithin),
    })
    const text = await answer.text()
    return {
      acked: answer.ok,
      afterMs: performance.now() - started,
      status: answer.status,
      response: parsed(text),
      ...(answer.ok ? {} : { reason: 'http_error' as const }),
      ...(answer.headers.get('x-slack-no-retry') === '1' ? { noRetry: true } : {}),
    }
  } catch (error) {
    return { acked: false, afterMs: performance.now() - started, reason: reasonOf(error) }
  }
}
