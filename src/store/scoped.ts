import type { Query, Reader } from '../domain/item/reading.ts'
import { type Kinds, withPresentState } from './kinds.ts'
import { type LoadedRow, loadedColumns, loadedOf } from './loaded.ts'
import { type EventRow, recordedOf } from './recorded.ts'
import { type ListRow, listColumns, rowOf, type ToldRow, toldColumns, toldOf } from './rows.ts'
import type { Sql } from './sql.ts'
import type { ScopedStore, Store } from './store.ts'
import { type Checked, checkLog, endColumns, linkColumns } from './verify.ts'

/**
 * The tenant predicate on `items i`; `$1` is the reader's organisation. It stands in every statement of this file (I9).
 * The directory belongs to no tenant and is never read through here.
 */
const visibleTo = {
  supplier: `i.supplier = $1 and i.kind <> 'directory'`,
  customer: `i.customer = $1 and i.kind <> 'directory'`,
} as const

const soonest = 'order by i.due_at, i.id'

/** A list's own condition and order, with its values from `$2` on. Each order is that of an index. */
const conditionOf = (query: Query, reader: Reader): readonly [string, ...unknown[]] => {
  switch (query.list) {
    case 'mine':
      return reader.side === 'supplier'
        ? [`i.open and i.assignee = $2 ${soonest}`, reader.person]
        : ['i.reporter = $2 order by i.open desc, i.due_at, i.id', reader.person]
    case 'open':
      return [`i.open ${soonest}`]
    case 'unclaimed':
      return [`i.open and i.assignee is null ${soonest}`]
    case 'at_risk':
      return [`i.open and (i.due_at <= $2 or i.waiting_for @> '{acknowledgement}') ${soonest}`, query.before]
    case 'waiting':
      return [`i.open and $2 = any(i.waiting_for) ${soonest}`, query.for]
  }
}

/**
 * Open items that the person $2 reported where $3 to $5 are, the one they last did something to or were told of there
 * first. Beside that person's items it reads only what belongs to each of them.
 */
const reportedIn = `i.open and i.reporter = $2
  and exists (select from threads t where t.item = i.id and t.side = 'customer' and t.root
    and t.platform = $3 and t.team = $4 and t.conversation = $5)
order by greatest(
  (select max(e.at) from events e where e.item = i.id and e.by->>'id' = $2),
  (select max(o.settled_at) from outbox o where o.item = i.id and o.status = 'sent' and o.message->>'platform' = $3
    and o.message->>'team' = $4 and o.message->>'conversation' = $5)) desc nulls last, i.id`

/** Reads limited to the reader's organisation. What is outside gives the same answer as what does not exist. */
export const createScoped =
  (sql: Sql, kinds: Kinds): Store['as'] =>
  (reader): ScopedStore => {
    const visible = visibleTo[reader.side]
    return {
      item: async (id) => {
        const rows = await sql<LoadedRow>(
          `select ${loadedColumns} from items i where ${visible} and i.id = $2`,
          [reader.org, id],
        )
        return (await withPresentState(kinds, sql, rows)).map(loadedOf)[0]
      },
      list: async (query) => {
        const [condition, ...values] = conditionOf(query, reader)
        const rows = await sql<ListRow>(
          `select ${listColumns} from items i where ${visible} and ${condition} limit 50`,
          [reader.org, ...values],
        )
        return (await withPresentState(kinds, sql, rows)).map(rowOf)
      },
      reportedIn: async ({ platform, team, conversation }) => {
        const rows = await sql<ListRow>(
          `select ${listColumns} from items i where ${visible} and ${reportedIn} limit 50`,
          [reader.org, reader.person, platform, team, conversation],
        )
        return (await withPresentState(kinds, sql, rows)).map(rowOf)
      },
      history: async (id) => {
        const rows = await sql<Checked & EventRow>(
          `select ${linkColumns}, ${endColumns} from items i left join events e on e.item = i.id
           where ${visible} and i.id = $2 order by e.seq`,
          [reader.org, id],
        )
        const { badSeq } = checkLog(rows)
        const log = rows.filter(({ seq }) => seq !== null).map(recordedOf)
        return { log, ...(badSeq === undefined ? {} : { badSeq }) }
      },
      told: async (id) => {
        const rows = await sql<ToldRow>(
          `select ${toldColumns} from outbox o join items i on i.id = o.item
           where ${visible} and i.id = $2 and ($3 = 'supplier' or o.side = 'customer') order by o.id`,
          [reader.org, id, reader.side],
        )
        return rows.map(toldOf)
      },
    }
  }
