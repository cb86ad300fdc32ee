import type { createDirectoryCache } from './directory-cache.ts'
import { unknown } from './directory-cache.ts'
import { type Kinds, withPresentState } from './kinds.ts'
import { type LoadedRow, loadedColumns, loadedOf } from './loaded.ts'
import { type EventRow, recordedColumns, recordedOf } from './recorded.ts'
import type { Sql } from './sql.ts'
import type { Store } from './store.ts'

const load = `select ${loadedColumns} from items i where i.id = any($1)`
/** With the seq its supplier's directory stands at; a directory's own state is not read here, it may be known already. */
const inWorld = `
select i.id, i.kind, i.supplier, i.seq, '\\x' || encode(i.head, 'hex') as head, i.version,
  case when i.kind = 'directory' then null else i.state end as state,
  case when i.kind = 'directory' then null else i.state_seq end as state_seq, i.next_due_at,
  d.id as directory_id, d.seq as directory_seq
from items i left join items d on d.id = 'directory/' || i.supplier where i.id = any($1)`
const events = `select ${recordedColumns} from events e where e.item = $1 and e.seq > $2 order by e.seq`
const count = `
insert into counters as c (name, value) values ($1, 1)
on conflict (name) do update set value = c.value + 1 returning value`

type WorldRow = LoadedRow & { readonly directory_id: string | null; readonly directory_seq: number | null }

/** Unscoped reading: for the bot's own work. */
export const createItems = (
  sql: Sql,
  kinds: Kinds,
  present: ReturnType<typeof createDirectoryCache>,
): Pick<Store, 'load' | 'loadInWorld' | 'events' | 'nextNumber'> => {
  const inItsWorld = async ({ directory_id, directory_seq, ...row }: WorldRow) => {
    const known =
      directory_id === null || directory_seq === null
        ? unknown
        : await present({ id: directory_id, seq: directory_seq })
    const { seq, head, directory } = known
    // The directory itself, read apart, may have moved on since its row was read.
    const item = row.id === directory_id ? { ...row, seq, head, state: directory } : row
    return { ...loadedOf(item), world: { directory } }
  }
  return {
    load: async (ids) =>
      ids.length === 0
        ? []
        : (await withPresentState(kinds, sql, await sql<LoadedRow>(load, [ids]))).map(loadedOf),
    loadInWorld: async (ids) => {
      const rows = ids.length === 0 ? [] : await sql<WorldRow>(inWorld, [ids])
      // A directory is brought up to date where it is kept; its row says at which version its snapshot was made.
      const others = rows.filter(({ id, directory_id }) => id !== directory_id)
      const apart = rows.filter(({ id, directory_id }) => id === directory_id)
      return Promise.all([...(await withPresentState(kinds, sql, others)), ...apart].map(inItsWorld))
    },
    events: async (id, afterSeq = 0) => (await sql<EventRow>(events, [id, afterSeq])).map(recordedOf),
    nextNumber: async (customer, kind = 'ticket') => {
      const [row] = await sql<{ value: number }>(count, [`${kind} ${customer}`])
      if (!row) throw new Error(`No number was given for ${customer}`)
      return row.value
    },
  }
}
