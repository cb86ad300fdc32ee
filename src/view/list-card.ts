import type { Card } from '../chat/card.ts'
import type { ListedRow } from '../chat/line.ts'
import { type Reading, speak } from './reading.ts'

/** A list is at most this long; the store gives the soonest due. */
const longest = 50

/** Items in a row each, the one whose promise runs out first on top; those without a running promise last. */
export const listCard = (title: string, rows: readonly ListedRow[], reading: Reading): Card => {
  const { t } = speak(reading)
  const { list } = t.views
  if (rows.length === 0)
    return {
      title,
      tone: 'neutral',
      blocks: [{ type: 'text', text: list.empty }],
      buttons: [],
      summary: list.empty,
    }
  const due = ({ index }: ListedRow): number => index.dueAt ?? Number.POSITIVE_INFINITY
  const drawn = rows
    .toSorted((one, other) => (due(one) === due(other) ? 0 : due(one) - due(other)))
    .map(({ id, line: { title: what, status, priority, owner, left, show } }) => ({
      cells: [id, what, status, priority, owner, left],
      button: show,
    }))
  return {
    title,
    tone: 'neutral',
    blocks: [
      { type: 'table', columns: list.columns, rows: drawn },
      ...(rows.length < longest ? [] : [{ type: 'note', text: list.more } as const]),
    ],
    buttons: [],
    summary: list.summary(title, rows.length),
  }
}
