import type { Directory } from '../domain/people/directory.ts'
import { emptyDirectory } from '../domain/people/evolve-directory.ts'
import { createGather } from './gather.ts'
import { type Kinds, withPresentState } from './kinds.ts'
import { type LoadedRow, loadedColumns, loadedOf } from './loaded.ts'
import { type EventRow, recordedColumns, recordedOf } from './recorded.ts'
import type { Sql } from './sql.ts'
import type { Store } from './store.ts'

const load = `select ${loadedColumns} from items i where i.id = any($1)`
const events = `select ${recordedColumns} from events e where e.item = $1 and e.seq > $2 order by e.seq`
/** The state travels only when it moved: the directory is read at every step of everybody. */
const directory = `
select i.id, i.kind, i.seq, i.version, case when i.seq = $1 then null else i.state end as state
from items i where i.id = 'directory'`
const count = `
insert into counters as c (name, value) values ($1, 1)
on conflict (name) do update set value = c.value + 1 returning value`

/** Unscoped reading: for the bot's own work. */
export const createItems = (
  sql: Sql,
  kinds: Kinds,
): Pick<Store, 'load' | 'events' | 'directory' | 'nextNumber'> => {
  let known = { seq: 0, directory: emptyDirectory }
  const present = async (): Promise<typeof known> => {
    const rows = await sql<Omit<LoadedRow, 'head' | 'next_due_at'>>(directory, [known.seq])
    const row = rows[0]
    if (!row) return { seq: 0, directory: emptyDirectory }
    if (row.state === null) return known
    const [found = row] = await withPresentState(kinds, sql, [row])
    known = { seq: found.seq, directory: found.state as Directory }
    return known
  }
  /** Everybody who asks while it is being read shares the next reading, which begins after they asked. */
  const reading = createGather<undefined, typeof known>({
    run: async (asked) => {
      const found = await present()
      return asked.map(() => found)
    },
    most: Number.POSITIVE_INFINITY,
    isOfOne: () => false,
  })
  return {
    load: async (ids) =>
      ids.length === 0
        ? []
        : (await withPresentState(kinds, sql, await sql<LoadedRow>(load, [ids]))).map(loadedOf),
    events: async (id, afterSeq = 0) => (await sql<EventRow>(events, [id, afterSeq])).map(recordedOf),
    directory: () => reading(undefined),
    nextNumber: async (customer, kind = 'ticket') => {
      const [row] = await sql<{ value: number }>(count, [`${kind} ${customer}`])
      if (!row) throw new Error(`No number was given for ${customer}`)
      return row.value
    },
  }
}
