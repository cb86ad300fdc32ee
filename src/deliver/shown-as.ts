import { hash } from 'node:crypto'
import type { Block, Button, Card, Tag } from '../chat/card.ts'

const act = ({ label, style, press: { flow, item, choice } }: Button): unknown => [
  label,
  style,
  flow,
  item,
  choice,
]

const tagged = ({ colour, label }: Tag): unknown => [colour, label]

/** A bar is as it was while what it promises is: how much of it has passed is seen by the clock. */
const lasting = (block: Block): unknown => {
  const { type } = block
  switch (type) {
    case 'text':
    case 'note':
      return [type, block.text]
    case 'quote':
      return [type, block.text, block.by, block.files?.map(({ label, link }) => [label, link])]
    case 'facts':
      return [type, block.facts.map(({ label, value }) => [label, value])]
    case 'table':
      return [
        type,
        block.columns,
        block.rows.map(({ cells, tag, button }) => [cells, tag && tagged(tag), button && act(button)]),
      ]
    case 'bar':
      return [type, block.label, block.budget, block.dueAt, block.state === 'breached']
    case 'details':
      return [
        type,
        block.label,
        block.blocks.map(lasting),
        block.buttons.map(act),
        block.open?.flow,
        block.open?.item,
      ]
    case 'stamp':
    case 'divider':
      return [type]
  }
}

/**
 * What somebody sees of a card, in short: two cards are the same when their words and buttons are, though time has passed
 * or the item moved on where they do not see it. Field by field, for it is made of every card that is drawn.
 */
export const shownAs = ({ title, state, tone, summary, blocks, buttons, below = [] }: Card): string =>
  hash(
    'sha256',
    JSON.stringify([
      title,
      state && [tagged(state.tag), state.text],
      tone,
      summary,
      blocks.map(lasting),
      buttons.map(act),
      below.map(lasting),
    ]),
    'base64url',
  )
