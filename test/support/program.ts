import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { testDatabase } from './database.ts'
import { createSignal } from './fake/create-signal.ts'

/** The whole program as its own process, as `npm start` runs it, on a database of its own and timers without Redis. */
export type Program = {
  readonly address: string
  readonly child: ChildProcess
  readonly output: () => string
  /** Waits until it has said this, on either of its outputs: what one brings is no sign of what the other has brought. */
  readonly says: (words: RegExp) => Promise<unknown>
  /** Ends it as an operator would, and returns its exit code. */
  readonly stop: () => Promise<number | null>
}

const root = join(import.meta.dirname, '../..')

/** Starts the program and resolves when it says where it can be opened. */
export const startProgram = async (
  args: readonly string[] = [],
  env: { readonly [name: string]: string } = {},
): Promise<Program> => {
  const database = await testDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'accord-program-'))
  await promisify(execFile)(process.execPath, [join(root, 'src/build.mjs')])
  const child = spawn(process.execPath, [join(root, 'dist/main.js'), ...args], {
    cwd: dataDir,
    env: { PATH: process.env.PATH, DATABASE_URL: database.url, DATA_DIR: dataDir, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const signal = createSignal(60_000, 'The program')
  // When it has ended, what it said last may still be on its way.
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  const opened = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const [, address] = /open\s+(http:\S+)\n/.exec(said) ?? []
      if (address !== undefined) resolve(address)
      signal.changed()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void closed.then((code) => reject(new Error(`it ended with ${code}:\n${said}`)))
  })
  const address = await opened
  return {
    address,
    child,
    output: () => said,
    says: (words) => signal.until(() => words.test(said), `${words}`),
    stop: async () => {
      child.kill('SIGTERM')
      const code = await closed
      signal.stop()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
      return code
    },
  }
}

/** How a start that must fail ended, in its own words. */
export const refusalOfStart = async (
  env: { readonly [name: string]: string },
  args: readonly string[] = [],
): Promise<string> => {
  const started = await startProgram(args, env).catch((error: Error) => error)
  if (started instanceof Error) return started.message
  await started.stop()
  throw new Error(`it started:\n${started.output()}`)
}
