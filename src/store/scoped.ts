import type { Query, Reader } from '../domain/item/reading.ts'
import { findList } from './find-list.ts'
import { type Kinds, namesOf, withPresentState } from './kinds.ts'
import { type LoadedRow, loadedColumns, loadedOf } from './loaded.ts'
import { countOverview } from './overview.ts'
import { type EventRow, recordedOf } from './recorded.ts'
import { type ListRow, listColumns, rowOf, type ToldRow, toldColumns, toldOf, toldRows } from './rows.ts'
import type { Sql } from './sql.ts'
import type { ScopedStore, Store } from './store.ts'
import { type Checked, checkLog, endColumns, linkColumns } from './verify.ts'

/**
 * The tenant predicate on `items i`; `$1` is the reader's organisation, `$2` the kinds that are known. It stands in every
 * statement of this file (I9).
 */
const tenant = { supplier: 'i.supplier = $1', customer: 'i.customer = $1' } as const
const known = 'i.kind = any ($2)'

/** A directory is never read through here. */
const readable = (kinds: Kinds): readonly string[] => namesOf(kinds).filter((kind) => kind !== 'directory')

const soonest = 'due_at, id'
/** As its index says it. */
const endedWaiting = `not i.open and i.waiting_for <> '{}'`
const endedAsked = `not i.open and i.waiting_for @> '{answer}'`
/** By number: of one customer's items a later one has the higher. */
const newest = 'length(id) desc, id desc'

/** A list's own condition and order, with its values from `$3` on. Each order is that of an index. */
const conditionOf = (query: Query, reader: Reader): readonly [where: string, order: string, ...unknown[]] => {
  switch (query.list) {
    case 'mine':
      return reader.side === 'supplier'
        ? ['i.open and i.assignee = $3', soonest, reader.person]
        : ['i.reporter = $3', `open desc, ${soonest}`, reader.person]
    case 'open':
      return ['i.open', soonest]
    case 'unclaimed':
      return ['i.open and i.assignee is null', soonest]
    case 'at_risk':
      return [`i.open and (i.due_at <= $3 or i.waiting_for @> '{acknowledgement}')`, soonest, query.before]
    case 'waiting':
      return ['i.open and $3 = any (i.waiting_for)', soonest, query.for]
    case 'ended_asked':
      return [endedAsked, newest]
    case 'mine_waiting':
      return [
        `i.reporter = $3 and ${endedWaiting} and $4 = any (i.waiting_for)`,
        newest,
        reader.person,
        query.for,
      ]
  }
}

/** The first 50 of a kind, in the order of an index. */
const firstOf = (kind: string, own: string, where: string, order: string): string =>
  `select ${listColumns} from items i where ${own} and i.kind = ${kind} and ${where} order by ${order} limit 50`

/** Of each kind the first 50, and of them all the first 50; of one kind there is nothing to put in order again. */
const listOf = (kinds: readonly string[], own: string, where: string, order: string): string =>
  kinds.length === 1
    ? firstOf('($2::text[])[1]', own, where, order)
    : `select l.* from unnest($2::text[]) k cross join lateral (${firstOf('k', own, where, order)}) l
       order by ${order} limit 50`

/**
 * Items that the person $3 reported where $4 to $6 are and that are open, or ended in another one, the one they last did something
 * to or were told of there first. Beside that person's items it reads only what belongs to each of them.
 */
const reportedIn = `(i.open or i.status = 'cancelled') and i.reporter = $3
  and exists (select from threads t where t.item = i.id and t.side = 'customer' and t.root
    and t.platform = $4 and t.team = $5 and t.conversation = $6)
order by greatest(
  (select max(e.at) from events e where e.item = i.id and e.by->>'id' = $3),
  (select max(o.settled_at) from outbox o where o.item = i.id and o.status = 'sent' and o.message->>'platform' = $4
    and o.message->>'team' = $5 and o.message->>'conversation' = $6)) desc nulls last, i.id`

/** Reads limited to the reader's organisation. What is outside gives the same answer as what does not exist. */
export const createScoped =
  (sql: Sql, kinds: Kinds): Store['as'] =>
  (reader): ScopedStore => {
    const own = tenant[reader.side]
    const visible = `${own} and ${known}`
    const names = readable(kinds)
    const tickets = names.filter((kind) => kind === 'ticket')
    return {
      item: async (id) => {
        const rows = await sql<LoadedRow>(
          `select ${loadedColumns} from items i where ${visible} and i.id = $3`,
          [reader.org, names, id],
        )
        return (await withPresentState(kinds, sql, rows)).map(loadedOf)[0]
      },
      list: async (query) => {
        const [where, order, ...values] = conditionOf(query, reader)
        const these = names.filter((kind) => query.kind === undefined || kind === query.kind)
        const rows = await sql<ListRow>(listOf(these, own, where, order), [reader.org, these, ...values])
        return (await withPresentState(kinds, sql, rows)).map(rowOf)
      },
      find: (asked) => findList({ sql, kinds, reader, names: tickets, own }, asked),
      overview: (asked) => countOverview({ sql, reader, names: tickets, own }, asked),
      reportedIn: async ({ platform, team, conversation }) => {
        const rows = await sql<ListRow>(
          `select ${listColumns} from items i where ${visible} and ${reportedIn} limit 50`,
          [reader.org, names, reader.person, platform, team, conversation],
        )
        return (await withPresentState(kinds, sql, rows)).map(rowOf)
      },
      history: async (id) => {
        const rows = await sql<Checked & EventRow>(
          `select ${linkColumns}, ${endColumns} from items i left join events e on e.item = i.id
           where ${visible} and i.id = $3 order by e.seq`,
          [reader.org, names, id],
        )
        const { badSeq } = checkLog(rows)
        const log = rows.filter(({ seq }) => seq !== null).map(recordedOf)
        return { log, ...(badSeq === undefined ? {} : { badSeq }) }
      },
      told: async (id) => {
        const rows = await sql<ToldRow>(
          `select ${toldColumns} from ${toldRows}
           where ${visible} and i.id = $3 and ($4 = 'supplier' or o.side = 'customer') order by o.id`,
          [reader.org, names, id, reader.side],
        )
        return rows.map(toldOf)
      },
    }
  }
