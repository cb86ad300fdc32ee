import { setTimeout as sleep } from 'node:timers/promises'
import { faultsOfSlack } from './faults.ts'

/** What Slack answered: the body's fields, the permissions the token has, and Slack's own time. */
export type SlackAnswer = {
  readonly ok: boolean
  readonly error?: string
  readonly body: { readonly [field: string]: unknown }
  /** Absent where Slack did not say. */
  readonly scopes?: readonly string[]
  readonly date?: number
}

/** Calls one method of Slack's Web API; throws, with a sentence, when Slack cannot be reached. */
export type SlackCall = (
  method: string,
  token: string,
  parameters?: { readonly [name: string]: string },
) => Promise<SlackAnswer>

const timeoutMs = 10_000
/** So often it waits where Slack asks to. */
const usualAttempts = 5

const why = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof Error) return why(error.cause)
  return ('code' in error && typeof error.code === 'string' && error.code) || error.message
}

const answerOf = (body: unknown, { headers }: Response): SlackAnswer => {
  if (typeof body !== 'object' || body === null) throw new Error('it answered something else than an object')
  const { ok, error, ...fields } = body as { readonly [field: string]: unknown }
  const scopes = headers.get('x-oauth-scopes')
  const date = Date.parse(headers.get('date') ?? '')
  return {
    ok: ok === true,
    ...(typeof error === 'string' ? { error } : {}),
    body: fields,
    ...(scopes === null ? {} : { scopes: scopes.split(',').map((scope) => scope.trim()) }),
    ...(Number.isNaN(date) ? {} : { date }),
  }
}

/**
 * Slack's Web API for looking at it, outside of any conversation: at the start and in `npm run doctor`. Waits where Slack
 * asks to wait.
 */
export const slackApi =
  (apiUrl: string, attempts = usualAttempts): SlackCall =>
  async (method, token, parameters = {}) => {
    for (let left = attempts; ; left -= 1)
      try {
        const response = await fetch(new URL(method, apiUrl), {
          method: 'POST',
          headers: { authorization: `Bearer ${token}` },
          body: new URLSearchParams(parameters),
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        })
        if (response.status === 429 && left > 1) {
          await response.body?.cancel()
          await sleep(Math.min(Number(response.headers.get('retry-after')) || 1, 60) * 1_000)
          continue
        }
        if (response.status >= 500 || response.status === 429) throw new Error(`HTTP ${response.status}`)
        const answer = answerOf(await response.json(), response)
        if (answer.error !== undefined && (faultsOfSlack.has(answer.error) || answer.error === 'ratelimited'))
          throw new Error(answer.error)
        return answer
      } catch (error) {
        throw new Error(`Slack cannot be reached at ${apiUrl} (${why(error)}).`, { cause: error })
      }
  }
