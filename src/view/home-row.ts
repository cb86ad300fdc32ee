import type { TableRow } from '../chat/card.ts'
import type { ListedRow } from '../chat/line.ts'

/** How an item stands, and until when the next promise is to be kept; `owner`: also who is next. */
export const homeRow = (
  { id, line: { title, status, tag, owner, next, due, act } }: ListedRow,
  shown: { readonly owner: boolean },
): TableRow => ({
  cells: [id, title, status, ...(shown.owner ? [next ?? owner] : []), due],
  button: act,
  ...(tag === undefined ? {} : { tag }),
})
