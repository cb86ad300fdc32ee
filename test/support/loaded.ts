import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The built program's files, and packages, that are loaded before it does anything, from `file` on. */
export const loadedFirst = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  const text = readFileSync(join(root, 'dist', file), 'utf8')
  for (const [, name = ''] of text.matchAll(/^(?:import|export)\b[^;]*?["']([^"']+)["'];$/gm))
    if (!seen.has(name)) {
      seen.add(name)
      if (name.startsWith('./')) loadedFirst(name.slice(2), seen)
    }
  return seen
}

const watching = `
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
process.on('exit', () => writeFileSync(process.env.ACCORD_TEST_LOADED, Object.keys(createRequire('/').cache).join('\\n')))`

/**
 * Watches which CommonJS packages a program has loaded when it ends, as all that belong to the SDKs are: start it with
 * `env`, then ask.
 */
export const watchLoaded = () => {
  const file = join(mkdtempSync(join(tmpdir(), 'accord-loaded-')), 'loaded')
  return {
    env: {
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(watching)}`,
      ACCORD_TEST_LOADED: file,
    },
    /** Once, after the program has ended. */
    packages: (): readonly string[] => {
      const files = readFileSync(file, 'utf8').split('\n')
      rmSync(dirname(file), { recursive: true })
      const names = files.map((one) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(one)?.[1] ?? '')
      return [...new Set(names)].filter(Boolean).sort()
    },
  }
}
