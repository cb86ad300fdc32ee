import { type Kinds, withPresentState } from './kinds.ts'
import { type LoadedRow, loadedColumns, loadedOf } from './loaded.ts'
import type { Sql } from './sql.ts'
import type { Due, Store } from './store.ts'

const columns = `id as item, seq, next_due_at as "nextDue"`
const overdue = `select ${columns} from items where next_due_at <= $1 order by next_due_at, id limit $2`
const after = `
select ${columns} from items where next_due_at is not null and (next_due_at, id) > ($1::bigint, $2::text)
order by next_due_at, id limit $3`
const missing = `
select ${loadedColumns} from items i where i.open and i.next_due_at is null order by i.id limit $1`
const repair = 'update items set next_due_at = $3 where id = $1 and seq = $2'

/** The moments items wait for. An item that asked for a next moment is woken, whatever its status. */
export const createDue = (sql: Sql, kinds: Kinds): Store['due'] => ({
  overdue: (now, limit) => sql<Due>(overdue, [now, limit]),
  all: (last, limit) => sql<Due>(after, [last?.nextDue ?? Number.MIN_SAFE_INTEGER, last?.item ?? '', limit]),
  missing: async (limit) =>
    (await withPresentState(kinds, sql, await sql<LoadedRow>(missing, [limit]))).map(loadedOf),
  repair: async (item, seq, nextDue) => {
    await sql(repair, [item, seq, nextDue])
  },
})
