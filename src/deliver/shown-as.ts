import { createHash } from 'node:crypto'
import type { Block, Button, Card } from '../chat/card.ts'
import { canonicalJson } from '../domain/people/decide/apply.ts'

/** A bar is as it was while what it promises is: how much of it has passed is seen by the clock. */
const lasting = (block: Block): unknown => {
  if (block.type === 'bar') return { ...block, text: '', used: 0, asOf: 0, state: block.state === 'breached' }
  if (block.type !== 'table') return block
  const rows = block.rows.map(({ cells, button }) => ({ cells, button: button && act(button) }))
  return { ...block, rows }
}

const act = ({ press: { seen: _, ...press }, ...button }: Button): unknown => ({ ...button, press })

/**
 * What somebody sees of a card, in short: two cards are the same when their words and buttons are, though time has passed
 * or the item moved on where they do not see it.
 */
export const shownAs = ({ blocks, buttons, ...card }: Card): string =>
  createHash('sha256')
    .update(canonicalJson({ ...card, blocks: blocks.map(lasting), buttons: buttons.map(act) }))
    .digest('base64url')
