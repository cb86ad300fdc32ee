import { type ChildProcess, spawn } from 'node:child_process'
import type { Account } from './account.ts'

/** A program run as a private child: what to start, as whom, and the signal that ends it should we die. */
export type Program = {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: { readonly [name: string]: string }
  /** The unprivileged account to run as; absent, it runs as we do. */
  readonly account?: Account
  /** Sent by the watcher when this process is gone, so choose one that ends the program at once and safely. */
  readonly whenOrphaned: 'QUIT' | 'KILL'
  /** Each line the program prints, on either stream. */
  readonly onLine?: (line: string) => void
}

/** How a program ended, in a code and in words. */
export type Ending = { readonly code: number | null; readonly how: string }

/** A running child. */
export type Guarded = {
  readonly pid: number | undefined
  readonly signal: (signal: NodeJS.Signals) => void
  readonly ended: Promise<Ending>
}

/**
 * The shell becomes the program by `exec`, so the pid is the program's own. Before, it leaves a watcher behind, blocked
 * on a pipe whose other end only we hold. The kernel closes that end however we die, `kill -9` included: the watcher
 * reads end-of-file and signals the program. A program that ended first is reported by the line `over`, so the watcher
 * never signals a pid that may be someone else's by then. The inner `&` makes the watcher no child of the program.
 */
const script = `exec 3<&0
( (read -r over <&3 || kill -s "$0" $$) >/dev/null 2>&1 & )
exec 3<&- </dev/null "$@"`

const eachLine = (child: ChildProcess, onLine: (line: string) => void): void => {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(onLine)
    })
    stream?.on('end', () => rest && onLine(rest))
  }
}

/** Starts a program that cannot outlive this process, in a session of its own so that Ctrl-C reaches only us. */
export const startGuarded = (program: Program): Guarded => {
  const { command, args, cwd, env = {}, account, whenOrphaned, onLine = () => {} } = program
  const child = spawn('/bin/sh', ['-c', script, whenOrphaned, command, ...args], {
    cwd,
    detached: true,
    stdio: 'pipe',
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...env },
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  eachLine(child, onLine)
  child.stdin.on('error', () => {}) // a watcher that is gone already needs no word from us
  const ended = new Promise<Ending>((resolve) => {
    child.once('error', (error) => resolve({ code: null, how: error.message }))
    child.once('exit', (code, signal) => {
      child.stdin.end('over\n')
      const end = (): void => resolve({ code, how: signal ? `killed by ${signal}` : `exit code ${code}` })
      child.once('close', end)
      setTimeout(end, 2_000).unref() // grandchildren may keep its streams open
    })
  })
  return { pid: child.pid, signal: (signal) => void child.kill(signal), ended }
}

/** Runs a program to its end; throws with what it printed unless it ended well. */
export const runGuarded = async (program: Program): Promise<string> => {
  const lines: string[] = []
  const { code, how } = await startGuarded({ ...program, onLine: (line) => lines.push(line) }).ended
  if (code !== 0) throw new Error(`${program.command} failed (${how}): ${lines.slice(-5).join(' · ')}`)
  return lines.join('\n')
}
