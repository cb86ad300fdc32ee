import type { Reader, Row } from '../domain/item/reading.ts'
import type { AskedList } from '../domain/list/asked-list.ts'
import type { FoundList } from '../domain/list/found-list.ts'
import type { Cursor } from '../domain/list/list-query.ts'
import { type Kinds, withPresentState } from './kinds.ts'
import { conditionSql, type Order, orderOf, type Put } from './list-sql.ts'
import { type ListRow, listColumns, rowOf } from './rows.ts'
import { plannedAnew, type Sql } from './sql.ts'

/** More than so many are not counted: people ask for fewer. */
const mostCounted = 1_000

type PlacedRow = ListRow & { readonly place: number | string | null }

/** A part of an order: rows with a value of its key, or those without one, behind or before a row. */
type Part = { readonly where: string; readonly order: string }

const orderSql = ({ key, down }: Order, back: boolean, id = 'i.id'): string => {
  const way = down === back ? 'asc' : 'desc'
  return `${key} ${way} nulls ${back ? 'first' : 'last'}, ${id} ${way}`
}

/**
 * The rows behind a cursor, or before it when read `back`. Those without a value stand apart: they are compared by their id
 * alone, and so each part begins where it must in its index, however far down the list that is.
 */
const partsOf = (order: Order, cursor: Cursor, back: boolean, put: Put): readonly Part[] => {
  const { key, type, down } = order
  const sign = down === back ? '>' : '<'
  const id = put(cursor.id)
  const whole = orderSql(order, back)
  const without = `${key} is null`
  const some = `${key} is not null`
  const rest = { where: back ? some : without, order: whole }
  if (cursor.at === null) {
    const none = { where: `${without} and i.id ${sign} ${id}`, order: whole }
    return back ? [none, rest] : [none]
  }
  const found = { where: `(${key}, i.id) ${sign} (${put(cursor.at)}::${type}, ${id})`, order: whole }
  return back ? [found] : [found, rest]
}

/**
 * One page of what a reader asks for, and how many there are. `own` is the reader's scope, on `$1`; `$2` the kinds. A rare word is
 * looked up, a common one met on the way: which is quicker, only the values tell.
 */
export const findList = async (
  {
    sql,
    kinds,
    reader,
    names,
    own,
  }: {
    readonly sql: Sql
    readonly kinds: Kinds
    readonly reader: Reader
    readonly names: readonly string[]
    readonly own: string
  },
  asked: AskedList,
): Promise<FoundList<Row>> => {
  const values: unknown[] = [reader.org, names]
  const put: Put = (value) => `$${values.push(value)}`
  const where = conditionSql(asked, reader, put)
  const counting = sql<{ count: number }>(
    `${plannedAnew}select count(*)::integer as count from (
       select from items i where ${own} and i.kind = any ($2) and ${where} limit ${mostCounted + 1}) c`,
    [...values],
  )
  const { turned, ...order } = orderOf(asked)
  const { cursor, size } = asked
  const isBefore = cursor?.side === 'before'
  const back = isBefore !== turned
  const parts =
    cursor === undefined
      ? [{ where: 'true', order: orderSql(order, back) }]
      : partsOf(order, cursor, back, put)
  const most = put(size + 1)
  const columns = `${listColumns}, ${order.key} as place`
  const rowsOf = (kind: string) =>
    parts
      .map(
        (part) => `(select ${columns} from items i
        where ${own} and i.kind = ${kind} and ${where} and ${part.where} order by ${part.order} limit ${most})`,
      )
      .join(' union all ')
  const all =
    names.length === 1
      ? rowsOf('($2::text[])[1]')
      : `select l.* from unnest($2::text[]) k cross join lateral (${rowsOf('k')}) l`
  const reading = sql<PlacedRow>(
    `${plannedAnew}select * from (${all}) f order by ${orderSql({ ...order, key: 'place' }, back, 'id')} limit ${most}`,
    values,
  )
  const [rows, [counted]] = await Promise.all([reading, counting])
  const page = rows.slice(0, size)
  const shown = isBefore ? page.toReversed() : page
  const goesOn = rows.length > size
  const at = (
    side: Cursor['side'],
    row: PlacedRow | undefined,
  ): { readonly [side in Cursor['side']]?: Cursor } =>
    row === undefined ? {} : { [side]: { side, at: row.place, id: row.id } }
  const count = counted?.count ?? 0
  return {
    rows: (await withPresentState(kinds, sql, shown)).map(rowOf),
    count: Math.min(count, mostCounted),
    isMore: count > mostCounted,
    ...((isBefore ? goesOn : cursor !== undefined) ? at('before', shown[0]) : {}),
    ...(isBefore || goesOn ? at('after', shown.at(-1)) : {}),
  }
}
