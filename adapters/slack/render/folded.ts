import type { Block, Card, Details } from '../../../src/chat/card.ts'

type Opened = Details & Required<Pick<Details, 'open'>>

const isPressed = (block: Block): block is Opened => block.type === 'details' && block.open !== undefined

/** A card that stays short: Slack cannot fold, so what is folded elsewhere is behind a button at the end of the others. */
export const folded = (card: Card): Card => {
  const { blocks, below = [], buttons } = card
  const apart = [...blocks, ...below].filter(isPressed)
  if (apart.length === 0) return card
  const stays = (block: Block): boolean => !isPressed(block)
  return {
    ...card,
    blocks: blocks.filter(stays),
    below: below.filter(stays),
    buttons: [
      ...buttons,
      ...apart.map(({ label, open }) => ({ label, press: open, style: 'normal' }) as const),
    ],
  }
}
