import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PlaygroundTown, playgroundConfig } from './playground-config.ts'

const require = createRequire(import.meta.url)
const cli = require.resolve('@microsoft/m365agentsplayground/cli.js')
/** What is loaded into the Playground before anything of its own. */
export const onlyThisMachine = join(import.meta.dirname, 'only-this-machine.mjs')

/**
 * Starts Microsoft's Agents Playground in front of a bot: a Teams of its own with an HTTP interface and a page, by another hand
 * than ours. It reaches nothing but this machine, takes a free port, and ends with this process at the latest.
 */
export const startPlayground = async (town: PlaygroundTown, botAddress: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'accord-playground-'))
  const [config, logFile] = [join(folder, 'playground.yml'), join(folder, 'playground.log')]
  await writeFile(config, playgroundConfig(town))
  const child = spawn(
    process.execPath,
    [
      ...['--import', onlyThisMachine, cli, 'start', '--disable-telemetry'],
      ...['--app-endpoint', botAddress, '--channel-id', 'msteams', '--port', '0'],
    ],
    {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        TZ: town.zone,
        // Its telemetry counts itself all the same.
        APPLICATION_INSIGHTS_NO_STATSBEAT: 'yes',
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
        M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  )
  const ended = once(child, 'exit')
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString()
  })
  const log = (): Promise<string> => readFile(logFile, 'utf8').catch(() => '')

  const stop = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
    await rm(folder, { recursive: true, force: true })
  }

  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const [, found] = /Listening on (\d+)/.exec(chunk.toString()) ?? []
      if (found !== undefined) resolve(found)
    })
    // A config it does not like is only said in its log.
    child.once('exit', async () => reject(new Error(`the Playground ended:\n${complaints}${await log()}`)))
  }).catch(async (error) => {
    await stop()
    throw error
  })

  return {
    address: `http://127.0.0.1:${port}`,
    /** What it wanted to reach elsewhere, and did not. */
    refused: (): readonly string[] => complaints.split('\n').filter((line) => line.startsWith('refused ')),
    stop,
  }
}
