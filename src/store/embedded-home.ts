import { randomBytes } from 'node:crypto'
import { readFile, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where PostgreSQL and its data live when we run as root, because no other account can enter root's folders. */
export const rootHome = '/var/lib/accord'

const nameOf = async (dataDir: string): Promise<string> => {
  const file = join(dataDir, 'home')
  const known = await readFile(file, 'utf8').catch(() => '')
  if (/^[0-9a-f]{12}$/.test(known.trim())) return known.trim()
  const name = randomBytes(6).toString('hex')
  await writeFile(file, `${name}\n`, { mode: 0o600 })
  return name
}

/**
 * Where the private PostgreSQL of a data directory keeps its files: in it, or, under an account that cannot enter it,
 * elsewhere under a name the directory holds. A directory that was deleted takes that name with it, so nothing old returns.
 */
export const embeddedHome = async (dataDir: string, asRoot = process.getuid?.() === 0): Promise<string> =>
  asRoot ? join(rootHome, await nameOf(dataDir)) : realpath(dataDir)
