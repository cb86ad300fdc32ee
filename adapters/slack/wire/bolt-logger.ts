import { type Logger, LogLevel } from '@slack/bolt'
import type { WriteLog } from '../../../src/chat/adapter.ts'
import { createRarely } from '../../../src/chat/rarely.ts'

/** Replaces every Slack token in a text: nothing the libraries say may carry one into a log. */
const redact = (text: string): string => text.replace(/\b(xox[a-z]|xapp)-[\w.-]+/g, '$1-***')

const textOf = (value: unknown): string => {
  if (value instanceof Error) return value.message
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
}

/** What they say of calls that failed. */
const ofCalls = /^(http request failed|Failed to retrieve a new WSS URL)/

/** The libraries' own log: their warnings and errors become lines of ours without tokens, the same one ever more rarely; the rest is dropped. */
export const boltLogger = (onWarn: WriteLog, clock: () => number): Logger => {
  const rarely = createRarely(clock)
  const say = (...said: readonly unknown[]): void => {
    // What became of a call is told where it was made, with its host and cause.
    if (ofCalls.test(String(said[0]))) return
    const line = `Slack library: ${redact(said.map(textOf).join(' '))}`
    if (rarely(line) !== undefined) onWarn(line)
  }
  const drop = (): void => {}
  return {
    debug: drop,
    info: drop,
    warn: say,
    error: say,
    setLevel: drop,
    getLevel: () => LogLevel.WARN,
    setName: drop,
  }
}
