import type { Context, Step } from '../../src/chat/flow.ts'
import type { Query } from '../../src/domain/item/reading.ts'
import { rowsCard } from '../../src/view/list-card.ts'
import { showableRows } from './showable.ts'

/** Items to choose from under a question, as far as they may be shown where it was asked. */
export const offered = (context: Context, title: string, query: Query): Step => ({
  kind: 'list',
  query,
  yields: (rows) => ({ kind: 'show', card: rowsCard(title, showableRows(context, rows), context) }),
})
