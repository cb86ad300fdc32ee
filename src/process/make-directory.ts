import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/**
 * Makes a directory and those above it, for this account alone; one that is there stays as it is. Where a system says that there
 * is no such place to make anything in (`/proc/x`), that is the error: Node's own way asks such a system for ever.
 */
export const makeDirectory = async (path: string): Promise<void> => {
  const make = () => mkdir(path, { mode: 0o700 })
  try {
    await make()
  } catch (error) {
    const above = dirname(path)
    if (codeOf(error) === 'EEXIST' && (await stat(path)).isDirectory()) return
    if (codeOf(error) !== 'ENOENT' || above === path) throw error
    await makeDirectory(above)
    await make().catch((again: unknown) => {
      if (codeOf(again) !== 'EEXIST') throw again
    })
  }
}
