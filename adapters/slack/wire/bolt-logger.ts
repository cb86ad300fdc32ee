import { type Logger, LogLevel } from '@slack/bolt'
import type { Note } from '../../shared/note.ts'
import { redact } from './redact.ts'

const textOf = (value: unknown): string => {
  if (value instanceof Error) return value.message
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
}

/** The libraries' own log: their warnings and errors become lines of ours without tokens, the rest is dropped. */
export const boltLogger = (onWarn: Note): Logger => {
  const say = (...said: readonly unknown[]): void =>
    onWarn(`Slack library: ${redact(said.map(textOf).join(' '))}`)
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
