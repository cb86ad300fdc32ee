import { createHash } from 'node:crypto'
import pg from 'pg'
import { deadlock, errorCode, explain, isAway } from './database-error.ts'

/** Runs one statement and gives its rows. bigint comes as a number: instants and ids stay far below 2^53. */
export type Sql = <Row>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>

const int8 = 20
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)),
}

/** Begins a statement whose plan depends on its values: it is planned with them each time, never once for all. */
export const plannedAnew = '/* planned anew */ '

/**
 * Statements on a pool. Each is prepared once per connection, so its text must be constant. A NUL in a text value, which
 * PostgreSQL refuses, matches and stores as U+FFFD. While the database is away each statement fails with a sentence saying
 * so; the next one connects anew.
 */
export const createSql = (pool: pg.Pool): Sql => {
  const names = new Map<string, string>()
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? createHash('sha1').update(text).digest('hex')
    names.set(text, name)
    return name
  }
  const clean = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(clean)
    return typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value
  }
  const run = async <Row>(text: string, values: readonly unknown[]): Promise<readonly Row[]> => {
    const client = await pool.connect().catch(explain)
    try {
      const result = await client.query({
        ...(text.startsWith(plannedAnew) ? {} : { name: nameOf(text) }),
        text,
        values: values.map(clean),
        types,
      })
      client.release()
      return result.rows as readonly Row[]
    } catch (error) {
      client.release(isAway(error))
      return explain(error)
    }
  }
  // A deadlock rolled the whole statement back, so it can simply be run again.
  return async <Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> => {
    for (let retries = 3; ; retries -= 1)
      try {
        return await run<Row>(text, values)
      } catch (error) {
        if (retries === 0 || errorCode(error) !== deadlock) throw error
      }
  }
}
