import type { TableRow } from '../chat/card.ts'
import type { ListedRow } from '../chat/line.ts'

/** How an item stands, and until when the next promise is to be kept; `owner`: also whose it is. */
export const homeRow = (
  { id, line: { title, status, tag, owner, due, act } }: ListedRow,
  shown: { readonly owner: boolean },
): TableRow => ({
  cells: [id, title, status, ...(shown.owner ? [owner] : []), due],
  button: act,
  ...(tag === undefined ? {} : { tag }),
})
