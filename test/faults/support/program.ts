import { execFile } from 'node:child_process'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { processBirth } from '../../../src/process/identity.ts'

const root = join(import.meta.dirname, '../../..')
/** Inside the checkout, because the packages are found from there. */
const cache = join(root, 'node_modules/.cache')
const prefix = 'accord-faults-'

/** The program as `npm start` runs it, built into a folder of its own so that no other build is in its way. */
export type Program = { readonly main: string; readonly drop: () => Promise<void> }

/** Removes what runs left that were killed before they could. */
const removeLeftovers = async (): Promise<void> => {
  for (const name of await readdir(cache).catch(() => [])) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : 0
    if (pid && !(await processBirth(pid))) await rm(join(cache, name), { recursive: true, force: true })
  }
}

/** Builds the program and its page. */
export const buildProgram = async (): Promise<Program> => {
  await removeLeftovers()
  const folder = join(cache, `${prefix}${process.pid}`)
  await promisify(execFile)(process.execPath, [join(root, 'src/build.mjs'), join(folder, 'dist')])
  return {
    main: join(folder, 'dist/main.js'),
    drop: () => rm(folder, { recursive: true, force: true }),
  }
}
