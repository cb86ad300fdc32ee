/** How much is worth a line: `debug` tells what children print, `info` the life of the process, the rest needs a person. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const

export type LogLevel = (typeof logLevels)[number]

/** What belongs to a line beside its sentence: ids, counts, an error. */
export type LogFields = { readonly [name: string]: unknown }

/** The operator's log: one line for each thing that happened. */
export type Log = { readonly [Level in LogLevel]: (message: string, fields?: LogFields) => void }

/** Replaces what must never stand in a log: passwords and one-time codes inside URLs, bearer and platform tokens. */
export const maskSecrets = (text: string): string =>
  text
    .replace(/([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s/]*@/gi, '$1:***@')
    .replace(/\b(Bearer\s+)[\w.~+/=-]+/gi, '$1***')
    .replace(/\b(xox[a-z]|xapp)-[\w-]+(?:\.[\w-]+)*/g, '$1-***')
    .replace(/([?&](?:code|state|ticket)=|\bclient_secret=)[^&\s"']+/g, '$1***')

const secretName = /token|secret|password|authorization/i

const plain = (name: string, value: unknown): unknown => {
  if (secretName.test(name) && value !== undefined) return '***'
  return value instanceof Error ? (value.stack ?? value.message) : value
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value, plain) ?? String(value))

/**
 * A log that writes lines of at least `level` to `write`: JSON for machines that collect logs, text for a person at a
 * terminal. Secrets are masked in both.
 */
export const createLog = ({
  level = 'info',
  format = 'text',
  write = (line) => process.stderr.write(line),
  now = Date.now,
}: {
  readonly level?: LogLevel
  readonly format?: 'json' | 'text'
  readonly write?: (line: string) => void
  readonly now?: () => number
} = {}): Log => {
  const line = (at: LogLevel, message: string, fields: LogFields): string => {
    const moment = new Date(now()).toISOString()
    if (format === 'json') return JSON.stringify({ at: moment, level: at, message, ...fields }, plain)
    const rest = Object.entries(fields).map(([name, value]) => ` ${name}=${asText(plain(name, value))}`)
    return `${moment.slice(11, 19)} ${at.padEnd(5)} ${message}${rest.join('')}`
  }
  const writer =
    (at: LogLevel) =>
    (message: string, fields: LogFields = {}): void => {
      if (logLevels.indexOf(at) < logLevels.indexOf(level)) return
      write(`${maskSecrets(line(at, message, fields))}\n`)
    }
  return { debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') }
}
