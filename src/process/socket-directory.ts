import { chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Account } from './account.ts'
import { makeDirectory } from './make-directory.ts'

/** Bytes a unix socket's path may have on every system we know (Linux 107, macOS 103). */
const longestPath = 103
const prefix = 'accord-'

const fits = (path: string): boolean => Buffer.byteLength(path) <= longestPath

/**
 * A directory only its owner may enter, for the unix socket `file`: `<home>/run`, or, where that path would be too
 * long for a socket, a short one under the system's temporary directory. The short one is noted in `home`, so that
 * the next start removes it when this process could not.
 */
export const socketDirectory = async (home: string, file: string, account?: Account) => {
  const note = join(home, `${file}.directory`)
  const left = await readFile(note, 'utf8').catch(() => undefined)
  if (left && basename(left).startsWith(prefix)) await rm(left, { recursive: true, force: true })
  await rm(note, { force: true })

  const near = join(home, 'run')
  const short = !fits(join(near, file))
  const parent = fits(join(tmpdir(), `${prefix}123456`, file)) ? tmpdir() : '/tmp'
  const directory = short ? await mkdtemp(join(parent, prefix)) : near
  if (short) await writeFile(note, directory)
  else await makeDirectory(near)
  if (account) await chown(directory, account.uid, account.gid)

  const remove = async (): Promise<void> => {
    await rm(directory, { recursive: true, force: true })
    await rm(note, { force: true })
  }
  return { directory, remove: short ? remove : async () => {} }
}
