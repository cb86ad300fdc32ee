import { execFile } from 'node:child_process'
import { chmod, mkdtemp, open, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A disk of its own that can be filled to the last byte and emptied again. */
export type SmallDisk = {
  readonly path: string
  /** Leaves nothing free. */
  readonly fill: () => Promise<void>
  readonly free: () => Promise<void>
  readonly end: () => Promise<void>
}

/** Mounts a disk of so many megabytes in memory; undefined where we may not, which takes root on Linux. */
export const smallDisk = async (megabytes: number): Promise<SmallDisk | undefined> => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const path = await mkdtemp(join(tmpdir(), 'accord-disk-'))
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', path]
  const mounted = await run('mount', options).then(
    () => true,
    () => false,
  )
  if (!mounted) return rm(path, { recursive: true }).then(() => undefined)
  await chmod(path, 0o755)
  const ballast = join(path, 'ballast')
  return {
    path,
    fill: async () => {
      const file = await open(ballast, 'a')
      try {
        for (;;) {
          const { bavail, bsize } = await statfs(path)
          if (bavail === 0) return
          await file.write(Buffer.alloc(Math.min(bavail * bsize, 2 ** 20), 1))
        }
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      } finally {
        await file.close()
      }
    },
    free: () => rm(ballast, { force: true }),
    end: async () => {
      await run('umount', ['-l', path])
      await rm(path, { recursive: true, force: true })
    },
  }
}
