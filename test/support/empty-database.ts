import pg from 'pg'

/** The schema and the settings of a database in one number; a change of either changes it. */
const fingerprint = `
select sum(hashtext(part)) as number from (
  select concat_ws(' ', oid, relname) as part from pg_class where relnamespace = 'public'::regnamespace
  union all select concat_ws(' ', attrelid, attnum, xmin) from pg_attribute where attrelid >= 16384
  union all select concat_ws(' ', indexrelid, xmin) from pg_index where indexrelid >= 16384
  union all select concat_ws(' ', oid, xmin) from pg_proc where oid >= 16384
  union all select concat_ws(' ', oid, xmin) from pg_trigger where not tgisinternal
  union all select concat_ws(' ', oid, xmin) from pg_constraint where oid >= 16384
  union all select concat_ws(' ', nspname) from pg_namespace where nspname not like 'pg\\_%'
  union all select concat_ws(' ', setrole, setconfig::text) from pg_db_role_setting
    where setdatabase = (select oid from pg_database where datname = current_database())
) parts`

const tablesAndSequences = `
select relname as name, relkind as kind from pg_class
where relnamespace = 'public'::regnamespace and relkind in ('r', 'S') order by relname`

const numberOf = async (client: pg.Client): Promise<unknown> =>
  (await client.query(fingerprint)).rows[0]?.number

const connected = async <Value>(url: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The statements that make a database of this schema what it is now, whatever is in it: also what only grows. */
const statementsFor = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query<{ name: string; kind: 'r' | 'S' }>(tablesAndSequences)
  const statements = ['set session_replication_role = replica']
  for (const { name, kind } of rows) {
    if (kind === 'S') {
      statements.push(`select setval('${name}', 1, false)`)
      continue
    }
    statements.push(`delete from ${name}`)
    const { rows: standing } = await client.query(
      `select coalesce(json_agg(every_row), '[]')::text as all from ${name} every_row`,
    )
    const all = client.escapeLiteral(standing[0].all)
    if (all !== "'[]'")
      statements.push(`insert into ${name} select * from json_populate_recordset(null::${name}, ${all})`)
  }
  return statements.join('; ')
}

/**
 * How databases become again what this one is now: emptied of everything that came later. The returned function resolves to
 * whether it did: it does nothing where the schema or the settings were changed.
 */
export const emptier = (url: string): Promise<(of: string) => Promise<boolean>> =>
  connected(url, async (like) => {
    const [number, statements] = [await numberOf(like), await statementsFor(like)]
    return (of) =>
      connected(of, async (client) => {
        if ((await numberOf(client)) !== number) return false
        await client.query(statements)
        return true
      })
  })
