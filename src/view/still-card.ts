import type { Block, Card, Plain } from '../chat/card.ts'
import { type Reading, speak } from './reading.ts'

/** A card that is an answer and is never drawn anew: its promises are words of the moment it was given, which it names. */
export const stillCard = (card: Card, reading: Reading): Card => {
  const { t, zoned } = speak(reading)
  const still = <Part extends Block>(block: Part): Part | Plain => {
    if (block.type === 'details') return { ...block, blocks: block.blocks.map(still) }
    return block.type === 'bar' ? { type: 'note', text: t.common.labelled(block.label, block.text) } : block
  }
  const asOf = { type: 'note', text: t.card.asOf(zoned(reading.now)) } as const
  const blocks = card.blocks.map(still)
  if (card.below === undefined) return { ...card, blocks: [...blocks, asOf] }
  const below = card.below.map(still)
  // The moment stands with what it is the moment of, before what is folded.
  const first = below.findIndex(({ type }) => type === 'details')
  const seen = first === -1 ? below.length : first
  return { ...card, blocks, below: [...below.slice(0, seen), asOf, ...below.slice(seen)] }
}
