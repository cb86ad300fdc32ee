import type { Block, Card } from '../chat/card.ts'
import { type Reading, speak } from './reading.ts'

/** A card that is an answer and is never drawn anew: its promises are words of the moment it was given, which it names. */
export const stillCard = (card: Card, reading: Reading): Card => {
  const { t, zoned } = speak(reading)
  const still = card.blocks.map(
    (block): Block =>
      block.type === 'bar' ? { type: 'note', text: t.common.labelled(block.label, block.text) } : block,
  )
  return { ...card, blocks: [...still, { type: 'note', text: t.card.asOf(zoned(reading.now)) }] }
}
