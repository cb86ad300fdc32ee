import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** An account of the operating system that a private child runs as. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number }

const find = async (name: string): Promise<Account | undefined> => {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((what) => run('id', [what, name])))
    return { name, uid: Number(uid?.stdout), gid: Number(gid?.stdout) }
  } catch {
    return undefined
  }
}

/**
 * The account that PostgreSQL must run as because it refuses to run as root: `accord` where the machine has it, else
 * `nobody`. Nothing when we are an ordinary user ourselves. No account is ever created.
 */
export const unprivilegedAccount = async (): Promise<Account | undefined> => {
  if (process.getuid?.() !== 0) return undefined
  const account = (await find('accord')) ?? (await find('nobody'))
  if (account) return account
  throw new Error(
    'Running as root, and there is neither an account `accord` nor `nobody` for PostgreSQL to run as.',
  )
}
