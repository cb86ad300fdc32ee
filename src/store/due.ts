import { type Kinds, namesOf, withPresentState } from './kinds.ts'
import { type LoadedRow, loadedColumns, loadedOf } from './loaded.ts'
import type { Sql } from './sql.ts'
import type { Due, Store } from './store.ts'

const columns = `id as item, seq, next_due_at as "nextDue"`
const overdue = `
select ${columns} from items where next_due_at <= $1 and kind = any ($3) order by next_due_at, id limit $2`
const after = `
select ${columns} from items where next_due_at is not null and (next_due_at, id) > ($1::bigint, $2::text) and kind = any ($4)
order by next_due_at, id limit $3`
const missing = `
select ${loadedColumns} from items i
where i.open and i.next_due_at is null and i.undated_seq is distinct from i.seq and i.kind = any ($2)
order by i.id limit $1`
const heldBy = `
select id from items where open and kind = any ($2) and assignee = any ($1)
union
select id from items where open and kind = any ($2) and assignee is null and supplier = any ($3)
union
select id from items where open and kind = any ($2) and waiting_for @> '{downgrade}' and supplier = any ($4)
union
select id from items where open and kind = any ($2) and waiting_for @> '{merge}' and supplier = any ($4)`
const undated = 'update items set undated_seq = $2 where id = $1 and seq = $2'
const again =
  'update items set undated_seq = null where open and next_due_at is null and undated_seq is not null'
const repair = 'update items set next_due_at = $3 where id = $1 and seq = $2'

/** The moments items wait for, of the kinds it knows. An item that asked for a next moment is woken, whatever its status. */
export const createDue = (sql: Sql, kinds: Kinds): Store['due'] => ({
  overdue: (now, limit) => sql<Due>(overdue, [now, limit, namesOf(kinds)]),
  all: (last, limit) =>
    sql<Due>(after, [last?.nextDue ?? Number.MIN_SAFE_INTEGER, last?.item ?? '', limit, namesOf(kinds)]),
  missing: async (limit) =>
    (await withPresentState(kinds, sql, await sql<LoadedRow>(missing, [limit, namesOf(kinds)]))).map(
      loadedOf,
    ),
  repair: async (item, seq, nextDue) => {
    await sql(repair, [item, seq, nextDue])
  },
  heldBy: async (people, { unowned, asking }) =>
    (await sql<{ id: string }>(heldBy, [people, namesOf(kinds), unowned, asking])).map(({ id }) => id),
  undated: async (item, seq) => {
    await sql(undated, [item, seq])
  },
  lookAgain: async () => {
    await sql(again)
  },
})
