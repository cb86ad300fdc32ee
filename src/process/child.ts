import { setTimeout as sleep } from 'node:timers/promises'
import { type Ending, type Guarded, type Program, startGuarded } from './guarded.ts'
import type { Log } from './log.ts'

/** A private server: a program, how to know that it answers, and the signals that end it, gentlest first. */
export type Service = Omit<Program, 'onLine'> & {
  readonly name: string
  readonly answers: () => Promise<boolean>
  readonly stopWith: readonly NodeJS.Signals[]
  readonly log: Log
}

/** A private server that runs, and is started again whenever it dies, until stopped. */
export type Child = { readonly pid: () => number | undefined; readonly stop: () => Promise<void> }

const answerWithin = 60_000
const patience = 10_000
const giveUpAfter = 5
const steady = 30_000

/** Milliseconds to wait before the next start after so many failures in a row. */
const backoff = (failures: number): number => Math.min(50 * 2 ** failures, 5_000)

const endedWithin = async (child: Guarded, milliseconds: number): Promise<Ending | undefined> => {
  const waiting = new AbortController()
  const late = sleep(milliseconds, undefined, { signal: waiting.signal }).catch(() => undefined)
  const ending = await Promise.race([child.ended, late])
  waiting.abort()
  return ending
}

const answering = async (child: Guarded, answers: Service['answers']): Promise<boolean> => {
  for (const until = Date.now() + answerWithin; Date.now() < until; ) {
    if (await answers()) return true
    if (await endedWithin(child, 15)) return false
  }
  return false
}

/**
 * Starts a private server and waits until it answers; throws with its last words if it never does. Afterwards it is
 * kept alive: a `kill -9` of it heals by itself. It dies with this process, however this process dies.
 */
export const startChild = async (service: Service): Promise<Child> => {
  const { name, answers, stopWith, log } = service
  const stopping = new AbortController()
  const lastWords: string[] = []
  const start = (): Guarded =>
    startGuarded({
      ...service,
      onLine: (line) => {
        log.debug(`${name}: ${line}`)
        if (lastWords.push(line) > 5) lastWords.shift()
      },
    })
  let current = start()
  let failures = 0

  const pause = (): Promise<void> =>
    sleep(backoff(failures++), undefined, { signal: stopping.signal }).catch(() => {})

  const stop = async (): Promise<void> => {
    stopping.abort()
    for (const signal of stopWith) {
      current.signal(signal)
      if (await endedWithin(current, patience)) return
    }
  }

  const keepAlive = async (): Promise<void> => {
    for (;;) {
      const since = Date.now()
      const { how } = await current.ended
      if (stopping.signal.aborted) return
      log.warn(`${name} ended by itself (${how}); starting it again`, { lastWords: lastWords.join(' · ') })
      if (Date.now() - since > steady) failures = 0
      await pause()
      if (stopping.signal.aborted) return
      current = start()
      if (await answering(current, answers)) log.info(`${name} answers again`)
    }
  }

  while (!(await answering(current, answers))) {
    if (failures >= giveUpAfter || !(await endedWithin(current, 0))) {
      await stop()
      throw new Error(`${name} does not start: ${lastWords.join(' · ')}`)
    }
    await pause()
    current = start()
  }
  void keepAlive()
  return { pid: () => current.pid, stop }
}
