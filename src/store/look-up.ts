import { isOfOne } from './database-error.ts'
import { createGather } from './gather.ts'
import { toJson } from './json.ts'
import type { Sql } from './sql.ts'

/** So many are looked up together. */
const most = 200

/**
 * Looks for one row of each thing that is asked for at the same moment, in one round trip. `query` takes them as JSON, `$1`, each
 * with its `place`, and gives the rows that it finds with the place of what they were found for.
 */
export const createLookUp = <Asked extends object, Row extends object>(
  sql: Sql,
  query: string,
): ((asked: Asked) => Promise<Row | undefined>) =>
  createGather({
    run: async (batch: readonly Asked[]) => {
      const asked = toJson(batch.map((one, place) => ({ ...one, place })))
      const found = await sql<Row & { readonly place: number }>(query, [asked])
      const rows = new Map(found.map((row) => [row.place, row]))
      return batch.map((_, place) => rows.get(place))
    },
    most,
    isOfOne,
  })
