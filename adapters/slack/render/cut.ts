import type { KnownBlock } from '@slack/types'
import type { Texts } from '../../../src/text/texts.ts'
import { limits } from '../limits.ts'
import { noted } from './words.ts'

/** How many things a reader would count in a block: rows of a list, sections. */
const countOf = (block: KnownBlock): number => {
  if (block.type === 'section') return 1
  if (block.type !== 'rich_text') return 0
  return block.elements.reduce(
    (sum, part) => sum + (part.type === 'rich_text_list' ? part.elements.length : 1),
    0,
  )
}

/** Blocks as far as a view holds them, with a line that says how much more there is. `beside` is what the view has besides. */
export const cut = (
  blocks: readonly KnownBlock[],
  { frame }: Pick<Texts, 'frame'>,
  beside = 0,
): readonly KnownBlock[] => {
  const room = limits.view.blocks - beside
  if (blocks.length <= room) return blocks
  const left = blocks.slice(room - 1).reduce((sum, block) => sum + countOf(block), 0)
  return [...blocks.slice(0, room - 1), ...noted(frame.more(Math.max(1, left)))]
}
