import { webApi } from '@slack/bolt'
import { faultsOfSlack } from '../setup/faults.ts'
import { limitIn } from '../wire/limited.ts'

/** Why a call failed, as far as it matters to whoever made it. */
export type Failure =
  /** It surely had no effect; the same call may be made after `retryAfter` ms. `method`: the one that Slack limits. */
  | { readonly kind: 'wait'; readonly retryAfter: number; readonly why: string; readonly method?: string }
  /** It may have had its effect. */
  | { readonly kind: 'unknown'; readonly why: string }
  /** Slack said no, and will say it again. */
  | { readonly kind: 'refused'; readonly code: string; readonly why: string }

/** How long a Slack that cannot be reached is left alone, ms. */
const unreachedPauseMs = 5_000

/** The connection was never made, so nothing was sent. */
const neverSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

const causeOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && neverSent.has(code) ? code : causeOf(error.cause)
}

/** What a call that threw came to. */
export const failureOf = (error: unknown): Failure => {
  const limit = limitIn(error)
  if (limit !== undefined)
    return { kind: 'wait', retryAfter: limit.retryAfter, why: 'Slack asks to wait', method: limit.method }
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = error.data.error
    if (code === 'ratelimited' || code === 'rate_limited')
      return { kind: 'wait', retryAfter: 1000, why: 'Slack asks to wait' }
    if (faultsOfSlack.has(code)) return { kind: 'unknown', why: `Slack: ${code}` }
    return { kind: 'refused', code, why: `Slack: ${code}` }
  }
  if (error instanceof webApi.WebAPIHTTPError)
    return { kind: 'unknown', why: `Slack: HTTP ${error.statusCode}` }
  if (error instanceof webApi.WebAPIRequestError) {
    const cause = causeOf(error.original)
    return cause === undefined
      ? { kind: 'unknown', why: `Slack could not be reached: ${error.original.message}` }
      : { kind: 'wait', retryAfter: unreachedPauseMs, why: `Slack could not be reached: ${cause}` }
  }
  if (error instanceof Error && error.name === 'NotSent')
    return { kind: 'wait', retryAfter: unreachedPauseMs, why: error.message }
  return { kind: 'unknown', why: String(error) }
}
