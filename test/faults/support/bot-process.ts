import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

/** What a bot's process stands on. */
export type Ground = {
  readonly main: string
  readonly databaseUrl: string
  readonly redisUrl: string
  /** Further settings, and other people than those of the web chat. */
  readonly settings?: { readonly [name: string]: string }
  readonly organisation?: string
}

/** The bot in a process of its own. `pid`: nothing if it could not even start. `running` gives its address once it runs: empty for a worker. */
export type BotProcess = {
  readonly pid: number | undefined
  readonly running: Promise<string>
  readonly signal: (signal: NodeJS.Signals) => void
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>
  /** What it wrote to its log. */
  readonly log: () => string
  /** What it said when it started. */
  readonly said: () => string
}

const people = join(import.meta.dirname, 'organisation.yaml')
const alive = new Set<ChildProcess>()

/** The address in the last of the start-up lines. */
const addressIn = (line: string): string | undefined =>
  line.includes('no web chat in this role') ? '' : /^ {2}open +(http:\S+)/.exec(line)?.[1]

/** Starts the built program as `npm start` does, on the given servers and any free port. */
export const startBot = (
  { main, databaseUrl, redisUrl, settings = {}, organisation = people }: Ground,
  role: 'all' | 'chat' | 'worker' = 'all',
): BotProcess => {
  const child = spawn(process.execPath, [main, '--organisation', organisation], {
    cwd: dirname(main),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      ROLE: role,
      PORT: '0',
      LOG_LEVEL: 'warn',
      ACTS_PER_MINUTE: '1000000',
      ...settings,
    },
  })
  alive.add(child)
  let log = ''
  let said = ''
  child.stderr.on('data', (data) => {
    log += data
  })
  const ended = once(child, 'close').then(([code]): number | null => {
    alive.delete(child)
    return code
  })
  const running = new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      said += `${line}\n`
      const address = addressIn(line)
      if (address !== undefined) resolve(address)
    })
    ended.then((code) => reject(new Error(`the bot ended with ${code}: ${log.slice(-2_000)}`)))
  })
  running.catch(() => {}) // not everyone waits for it
  return {
    pid: child.pid,
    running,
    signal: (signal) => child.kill(signal),
    ended,
    log: () => log,
    said: () => said,
  }
}

/** Kills whatever a failed test left running. */
export const endBots = async (): Promise<void> => {
  const left = [...alive]
  for (const child of left) child.kill('SIGKILL')
  await Promise.all(
    left.map((child) => child.exitCode === null && child.signalCode === null && once(child, 'close')),
  )
}
