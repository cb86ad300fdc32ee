import type { Directory } from '../../domain/people/directory.ts'
import { databaseAt, startEngines, timersAt } from '../../main/engines.ts'
import { explainNotHeld, type Held, holdDirectory } from '../../process/hold.ts'
import type { Log } from '../../process/log.ts'
import type { QueueOn } from '../../queue/bullmq.ts'
import type { Config } from '../../settings/config.ts'
import { createAudit } from '../../store/audit.ts'
import { createStore } from '../../store/create-store.ts'
import { createPool } from '../../store/pool.ts'
import { createReferences } from '../../store/references.ts'
import { createSql } from '../../store/sql.ts'
import { kinds } from '../../work/kinds.ts'
import { checkLogs } from '../audit/check-logs.ts'
import { checkDatabase } from './database.ts'
import { everyDirectory } from './every-directory.ts'
import { type Finding, fix, note, ok, wordsOf } from './finding.ts'
import { checkNode } from './node.ts'
import { checkSlack } from './slack.ts'
import { checkTeams } from './teams.ts'
import { checkTimers } from './timers.ts'

type Parts = { readonly log: Log; readonly now: () => number; readonly say: (finding: Finding) => void }

const readDirectory = async (pool: ReturnType<typeof createPool>, now: () => number): Promise<Directory> => {
  const store = await createStore({ pool, kinds, now })
  try {
    return await everyDirectory(store.directories)
  } finally {
    await store.close()
  }
}

const sayOrganisation = ({ people, customers }: Directory): Finding => {
  const known = `${Object.keys(people).length} people, ${Object.keys(customers).length} customers`
  if (Object.keys(people).length > 0) return ok('organisation', known)
  return note(
    'organisation',
    'There is none yet.',
    'Run `npm start -- --organisation FILE`, or `npm start` for the demo.',
  )
}

/** A bot that runs with the private servers has them to itself; how it is, it tells itself. */
const sayHeld = async (held: Held): Promise<Finding> => {
  const { address } = held.by
  const health =
    address &&
    (await fetch(new URL('/health', address))
      .then((answer) => answer.text())
      .catch(() => ''))
  return note('database', `${explainNotHeld(held)}${health ? ` It says of itself: ${health}` : ''}`)
}

/** The servers there are to look at: none of those that another process has to itself. */
type Servers = { readonly databaseUrl?: string; readonly database?: string; readonly timers?: QueueOn }

const examineServers = async (
  { databaseUrl, database = '', timers }: Servers,
  config: Config,
  { now, say }: Parts,
): Promise<void> => {
  const pool = databaseUrl === undefined ? undefined : createPool({ url: databaseUrl, max: 2 })
  try {
    const found = pool && (await checkDatabase(pool, database, now))
    found?.findings.forEach(say)
    for (const finding of timers ? await checkTimers(timers) : []) say(finding)
    const readable = found?.ready ? pool : undefined
    const directory = readable && (await readDirectory(readable, now))
    if (directory !== undefined) say(sayOrganisation(directory))
    const sql = readable && createSql(readable)
    for (const finding of sql ? await checkLogs(createAudit(sql)) : []) say(finding)
    for (const finding of await checkSlack(config.slack, { now, sql, directory })) say(finding)
    const references = sql && (await createReferences(sql, () => () => {}).all())
    for (const finding of await checkTeams(config.teams, { now, references, directory })) say(finding)
  } finally {
    await pool?.end()
  }
}

/** Starts the private servers for the time of looking. */
const examineOwn = async (config: Config, parts: Parts): Promise<void> => {
  const engines = await startEngines(config, parts.log)
  await examineServers(engines, config, parts).finally(engines.stop)
}

/** The servers that the operator named, while the private ones are another process's. */
const namedOf = ({ databaseUrl, redisUrl, redisPingMs }: Config): Servers => ({
  ...(databaseUrl === undefined ? {} : { databaseUrl, database: databaseAt(databaseUrl) }),
  ...(redisUrl === undefined ? {} : { timers: timersAt(redisUrl, redisPingMs) }),
})

/**
 * Looks at everything the bot stands on and says what it finds, each thing as it is found. It writes nothing into the
 * database; private servers are started for it, and stopped again, only where no bot has them.
 */
export const examine = async (config: Config, parts: Parts): Promise<void> => {
  const { say } = parts
  say(checkNode(process.versions.node))
  const own = config.databaseUrl === undefined || config.redisUrl === undefined
  const hold = own ? await holdDirectory(config.dataDir) : undefined
  const held = hold !== undefined && 'kind' in hold ? hold : undefined
  if (held?.kind === 'held') say(await sayHeld(held))
  if (held?.kind === 'unusable') say(fix('database', explainNotHeld(held), 'Then run this again.'))
  try {
    await (held === undefined ? examineOwn(config, parts) : examineServers(namedOf(config), config, parts))
  } catch (error) {
    say(
      fix('database', wordsOf(error), 'Read what it says, or name a PostgreSQL of your own in DATABASE_URL.'),
    )
  } finally {
    if (hold !== undefined && 'release' in hold) await hold.release()
  }
}
