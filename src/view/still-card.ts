import type { Block, Card, Plain } from '../chat/card.ts'
import { type Reading, speak } from './reading.ts'

/** A card that is an answer and is never drawn anew: its promises are words of the moment it was given, which it names. */
export const stillCard = (card: Card, reading: Reading): Card => {
  const { t, zoned } = speak(reading)
  const still = <Part extends Block>(block: Part): Part | Plain => {
    if (block.type === 'details') return { ...block, blocks: block.blocks.map(still) }
    return block.type === 'bar' ? { type: 'note', text: t.common.labelled(block.label, block.text) } : block
  }
  const blocks = card.blocks.map(still)
  // A card that names its moment itself names this one, for it was drawn now.
  if (card.below !== undefined) return { ...card, blocks, below: card.below.map(still) }
  return { ...card, blocks: [...blocks, { type: 'note', text: t.card.asOf(zoned(reading.now)) }] }
}
