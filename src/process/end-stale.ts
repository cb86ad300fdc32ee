import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { processBirth, processCommand } from './identity.ts'

const running = async (pidFile: string, mark: string): Promise<number | undefined> => {
  const noted = await readFile(pidFile, 'utf8').catch(() => '')
  const pid = Number(noted.split('\n')[0])
  if (!pid || !(await processBirth(pid))) return undefined
  return (await processCommand(pid))?.includes(mark) ? pid : undefined
}

/**
 * Ends a private server that a killed process left behind, known by its pid file and by `mark` in its command line, so
 * that a pid now used by something else is left alone. It normally ends by itself within moments; after a second it
 * is told to, with each of `signals` in turn.
 */
export const endStale = async (
  pidFile: string,
  mark: string,
  signals: readonly NodeJS.Signals[],
): Promise<void> => {
  for (const signal of [undefined, ...signals]) {
    const pid = await running(pidFile, mark)
    if (pid === undefined) return
    if (signal) process.kill(pid, signal)
    for (const until = Date.now() + (signal ? 5_000 : 1_000); Date.now() < until; await sleep(20))
      if ((await running(pidFile, mark)) === undefined) return
  }
}
