import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

const ps = async (pid: number, column: string): Promise<string | undefined> => {
  try {
    return (await run('ps', ['-o', `${column}=`, '-p', String(pid)])).stdout.trim() || undefined
  } catch {
    return undefined
  }
}

const proc = (path: string): Promise<string | undefined> =>
  readFile(`/proc/${path}`, 'utf8').catch(() => undefined)

/**
 * What tells this process from a later one with the same pid: when it started, in whatever form the system says so.
 * Nothing when no such process runs (a zombie counts as not running).
 */
export const processBirth = async (pid: number): Promise<string | undefined> => {
  if (process.platform !== 'linux') return ps(pid, 'lstart')
  const [stat, boot] = await Promise.all([proc(`${pid}/stat`), proc('sys/kernel/random/boot_id')])
  // The name in parentheses may hold anything; state and start tick are the 1st and 20th word after it.
  const words = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (!words || words[0] === 'Z') return undefined
  return `${boot?.trim()}:${words[19]}`
}

/** The command line of a running process, nothing when there is none. */
export const processCommand = async (pid: number): Promise<string | undefined> =>
  process.platform === 'linux'
    ? (await proc(`${pid}/cmdline`))?.replaceAll('\0', ' ').trim()
    : ps(pid, 'args')
