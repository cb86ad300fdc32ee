import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../process/log.ts'

/** What a chat said when it was asked whether it takes the bot: yes, a definite no, or nothing yet. */
export type Said<Value> =
  | { readonly at: 'yes'; readonly value: Value }
  | { readonly at: 'no'; readonly why: string }
  | { readonly at: 'away'; readonly why: string }

/** How long a start waits for the first answer, ms. */
const patienceMs = 5_000
/** The pauses between two tries while there is none, ms. */
const firstPauseMs = 1_000
const longestPauseMs = 60_000

/**
 * Asks a chat whether it takes the bot, and goes on asking in the background while it is away: that is no reason not to
 * start. Resolves with the first answer, or when a start has waited long enough for it; gives what is known at each moment.
 * A definite no that comes later is an error in the log.
 */
export const askUntilKnown = async <Value>(
  ask: () => Promise<Said<Value>>,
  { name, log }: { readonly name: string; readonly log: Log },
): Promise<() => Said<Value>> => {
  let said: Said<Value> = { at: 'away', why: `${name} has not answered yet.` }
  let started = false
  const once = async (): Promise<void> => {
    said = await ask().catch((error) => ({
      at: 'away' as const,
      why: error instanceof Error ? error.message : String(error),
    }))
    if (started && said.at === 'no') log.error(said.why)
    if (started && said.at === 'yes') log.info(`${name} answers now, and takes the bot`)
  }
  const goOn = async (): Promise<void> => {
    for (let pause = firstPauseMs; said.at === 'away'; pause = Math.min(pause * 2, longestPauseMs)) {
      await sleep(pause, undefined, { ref: false })
      await once()
    }
  }
  const first = once()
  await Promise.race([first, sleep(patienceMs, undefined, { ref: false })])
  started = true
  if (said.at === 'away') {
    log.warn(`${said.why} Everything else starts; it is asked again in the background.`)
    void first.then(goOn)
  }
  return () => said
}
