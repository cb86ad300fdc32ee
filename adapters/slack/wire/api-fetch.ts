import type { Outage } from '../../shared/outage.ts'
import { limited } from './limited.ts'

/** Calls Slack's Web API for one workspace. */
export type ApiFetch = (team: string) => typeof fetch

/** The sender knows in which conversations Slack asks to wait; an alarm may still go elsewhere. */
const heldBySender: ReadonlySet<string> = new Set(['chat.postMessage'])

/** What Slack's answer asks for, whole ms; a second where it does not say. */
const waitOf = ({ headers }: Response): number => {
  const seconds = Number(headers.get('retry-after'))
  return Math.ceil((seconds > 0 && Number.isFinite(seconds) ? seconds : 1) * 1_000)
}

/** Why an answer is not Slack's own word, where it is none: a proxy or a page of maintenance may stand in its place. */
const notSlacks = ({ status, headers }: Response): string | undefined => {
  if (status >= 500) return `HTTP ${status}`
  const isJson = headers.get('content-type')?.includes('json') ?? false
  return status === 200 && !isJson ? 'somebody else answers, not Slack' : undefined
}

/** The innermost reason: the library and Node wrap it. */
const causeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof Error) return causeOf(error.cause)
  return ('code' in error && typeof error.code === 'string' && error.code) || error.name
}

/**
 * The one way to Slack's Web API. Slack limits each method in each workspace: one that it limited is left alone there until
 * the time it named, whoever wants it, and everything else goes on. A Slack that is not reached is told by its host and cause.
 */
export const createApiFetch = (outage: Outage, clock: () => number): ApiFetch => {
  const held = new Map<string, number>()
  return (team) => async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const method = url.pathname.split('/').at(-1) ?? ''
    const key = `${team} ${method}`
    const left = (held.get(key) ?? 0) - clock()
    if (left > 0) throw limited(method, left)
    const response = await fetch(input, init).catch((error) => {
      outage.failed(url.host, causeOf(error))
      throw error
    })
    const foreign = notSlacks(response)
    if (foreign === undefined) outage.works()
    else outage.failed(url.host, foreign)
    if (response.status !== 429) {
      if (foreign === undefined || !response.ok) return response
      // The library would take the page that came for Slack's own no.
      await response.body?.cancel()
      throw new Error(foreign)
    }
    await response.body?.cancel()
    const wait = waitOf(response)
    if (!heldBySender.has(method)) held.set(key, clock() + wait)
    throw limited(method, wait)
  }
}
