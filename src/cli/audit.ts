import { argv, cwd, env, exit, stderr, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { explainNotHeld, holdDirectory } from '../process/hold.ts'
import { createLog } from '../process/log.ts'
import { type Config, environment, readConfig } from '../settings/config.ts'
import { startEmbeddedPostgres } from '../store/embedded.ts'
import { auditDatabase } from './audit/audit-database.ts'
import { type Finding, findingLines, fix, wordsOf } from './doctor/finding.ts'

const usage = `Usage: npm run audit -- [options]

Verifies the log of every ticket: each entry is there, in order, and as it was written; and that what is stored of each
ticket beside its log is what the log comes to. Ends with 1 when anything is not.

  --anchor FILE  also holds the logs against FILE, and adds to it what is new. Keep it where nobody who can write to the
                 database can: only so a log that was cut short or written anew as a whole is found.
`

const readOptions = () => {
  try {
    const options = { anchor: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const
    return parseArgs({ args: argv.slice(2), options }).values
  } catch (error) {
    stderr.write(`${wordsOf(error)}\n\n${usage}`)
    return exit(1)
  }
}

/** The operator's database, or the private one, started for the time of looking. */
const auditOf = async ({ databaseUrl, dataDir }: Config, anchor?: string): Promise<readonly Finding[]> => {
  if (databaseUrl !== undefined) return auditDatabase(databaseUrl, anchor)
  const hold = await holdDirectory(dataDir)
  if ('kind' in hold) return [fix('database', explainNotHeld(hold), 'Then run this again.')]
  try {
    const own = await startEmbeddedPostgres({ dataDir, log: createLog({ level: 'warn' }) })
    return await auditDatabase(own.url, anchor).finally(own.stop)
  } finally {
    await hold.release()
  }
}

const { anchor, help } = readOptions()
const config = help ? ({ ok: true, value: 'help' } as const) : readConfig(environment(cwd(), env), [])
const examined = async (): Promise<readonly Finding[]> => {
  if (!config.ok) return config.no.map((problem) => fix('settings', problem, 'Change it in .env.'))
  if (config.value === 'help') return []
  return auditOf(config.value, anchor).catch((error) => [
    fix('database', wordsOf(error), 'Read what it says; nothing was verified.'),
  ])
}

if (help) stdout.write(usage)
const found = await examined()
for (const line of found.flatMap(findingLines)) stdout.write(`${line}\n`)
exit(found.some(({ state }) => state === 'fix') ? 1 : 0)
