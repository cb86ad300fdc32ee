import type { Context, Step } from '../../src/chat/flow.ts'
import type { ListedRow } from '../../src/chat/line.ts'
import type { Query } from '../../src/domain/item/reading.ts'
import { listCard } from '../../src/view/list-card.ts'
import { showableRows } from './showable.ts'

/** Shows lists as one, each item once, as far as they may be shown where it was asked. */
export const listed = (context: Context, title: string, ...queries: readonly Query[]): Step =>
  collect(queries, [], (rows) => ({
    kind: 'show',
    card: listCard(title, showableRows(context, rows), context),
  }))

const collect = (
  [query, ...others]: readonly Query[],
  found: readonly ListedRow[],
  show: (rows: readonly ListedRow[]) => Step,
): Step =>
  query === undefined
    ? show(found)
    : {
        kind: 'list',
        query,
        yields: (rows) =>
          collect(others, [...found, ...rows.filter(({ id }) => !found.some((row) => row.id === id))], show),
      }
