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
    if (response.status >= 500) outage.failed(url.host, `HTTP ${response.status}`)
    else outage.works()
    if (response.status !== 429) return response
    await response.body?.cancel()
    const wait = waitOf(response)
    if (!heldBySender.has(method)) held.set(key, clock() + wait)
    throw limited(method, wait)
  }
}
