import type { Button } from '../chat/card.ts'
import type { ListedRow } from '../chat/line.ts'

/** How an item stands, and until when the next promise is to be kept; `owner`: also whose it is. */
export const homeRow = (
  { id, line: { title, status, priority, owner, due, show } }: ListedRow,
  shown: { readonly owner: boolean },
): { readonly cells: readonly string[]; readonly button: Button } => ({
  cells: [id, title, status, priority, ...(shown.owner ? [owner] : []), due],
  button: show,
})
