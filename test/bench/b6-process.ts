import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'

const memory = z.object({ resident: z.number(), kept: z.number() })

/** Bytes a process holds of the machine, and bytes of it that its data really need. */
export type Memory = z.infer<typeof memory>

/** A process that runs, and what it said so far. */
export type Running = {
  /** Milliseconds from the spawn until it said so; rejects with its last words when it ends before. */
  readonly said: (words: RegExp) => Promise<{ readonly match: string; readonly after: number }>
  readonly sinceSpawn: () => number
  /** Its memory with the garbage collected. */
  readonly memory: () => Promise<Memory>
  readonly stop: () => Promise<void>
}

/** A signal makes it collect its garbage and say what it keeps, so that V8 need not find the time first. */
const telling = `process.on('SIGUSR2', () => {
  gc()
  const { rss, heapUsed, external } = process.memoryUsage()
  console.log('it holds ' + JSON.stringify({ resident: rss, kept: heapUsed + external }))
})`

/** Starts Node with these arguments; it shares nothing with this process but PATH. */
export const startNode = (
  args: readonly string[],
  { env = {} }: { readonly env?: { readonly [name: string]: string } } = {},
): Running => {
  const from = performance.now()
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(telling)}`, ...args],
    {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let output = ''
  let running = true
  void ended.then(() => {
    running = false
  })
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  const sinceSpawn = (): number => performance.now() - from
  const said: Running['said'] = async (words) => {
    for (const until = sinceSpawn() + 60_000; running && sinceSpawn() < until; await pause(2)) {
      const found = words.exec(output)
      if (found) return { match: found[1] ?? '', after: sinceSpawn() }
    }
    throw new Error(`It never said ${words}:\n${output.slice(-2_000)}`)
  }
  return {
    sinceSpawn,
    said,
    memory: async () => {
      child.kill('SIGUSR2')
      const { match } = await said(/it holds (\{.+\})\n/)
      return memory.parse(JSON.parse(match))
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
