import { explain } from '../../store/database-error.ts'
import { newestSchema } from '../../store/migrate.ts'
import type { createPool } from '../../store/pool.ts'
import { checkClock } from './clock.ts'
import { type Finding, fix, note, ok, wordsOf } from './finding.ts'

/** What the database was found to be. `ready`: nothing is wrong with it and it has the schema of this program, so its contents can be read. */
export type DatabaseFound = { readonly findings: readonly Finding[]; readonly ready: boolean }

type Pool = ReturnType<typeof createPool>

const about = 'database'

/** The version of the schema that is there; 0 where there is none. */
export const schemaOf = async (pool: Pool): Promise<number> => {
  const there = await pool.query("select to_regclass('schema_version') is not null as there")
  if (!there.rows[0]?.there) return 0
  return (await pool.query('select coalesce(max(version), 0)::int as version from schema_version')).rows[0]
    ?.version
}

/** Whether the contents can be read by this program: only `ok` says so. */
export const checkSchema = (found: number): Finding => {
  if (found > newestSchema)
    return fix(
      about,
      `A newer Accord has used it: its schema has version ${found}, this program knows ${newestSchema}.`,
      'Run the newer one, or restore a backup made before the upgrade.',
    )
  if (found === newestSchema) return ok(about, `its schema is up to date (version ${found})`)
  const has = found === 0 ? 'It is empty.' : `Its schema has version ${found} of ${newestSchema}.`
  return note(about, has, 'Nothing to do: the next start brings it up to date.')
}

const checkWriting = async (pool: Pool): Promise<Finding> => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('create table accord_doctor (one integer)')
    await client.query('insert into accord_doctor values (1)')
    return ok(about, 'can be written')
  } catch (error) {
    return fix(
      about,
      `It cannot be written: ${wordsOf(error)}.`,
      'Use the primary, not a standby, with free disk space, and a user who may create tables in it.',
    )
  } finally {
    await client.query('rollback').catch(() => {})
    client.release(true)
  }
}

/** Looks whether the database is reached, can hold every language, can be written, has the right schema and the right time. */
export const checkDatabase = async (pool: Pool, name: string, now: () => number): Promise<DatabaseFound> => {
  const findings: Finding[] = []
  try {
    const before = now()
    const { rows } = await pool.query(
      "select extract(epoch from clock_timestamp())::float8 * 1000 as now, current_setting('server_encoding') as encoding",
    )
    const [{ now: theirs, encoding }] = rows
    findings.push(
      ok(about, name),
      checkClock('the database', { before, after: now() }, { earliest: theirs, latest: theirs }),
    )
    if (encoding !== 'UTF8')
      findings.push(
        fix(about, `It stores text as ${encoding}.`, 'Create a database with encoding UTF8 and use that.'),
      )
    findings.push(await checkWriting(pool))
    const schema = await schemaOf(pool)
    findings.push(checkSchema(schema))
    return { findings, ready: schema === newestSchema && findings.every(({ state }) => state !== 'fix') }
  } catch (error) {
    const cause = await Promise.reject(error).catch(explain).catch(wordsOf)
    findings.push(
      fix(
        about,
        `${name}: ${cause}.`,
        'Check DATABASE_URL, and that PostgreSQL runs and lets this machine in.',
      ),
    )
    return { findings, ready: false }
  }
}
