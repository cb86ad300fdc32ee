import type { KnownBlock } from '@slack/types'
import type { Block } from '../../../src/chat/card.ts'
import { bar } from './bar.ts'
import { facts } from './facts.ts'
import { rich } from './rich.ts'
import type { Joined } from './row.ts'
import { table } from './table.ts'
import { noted, quoted, said } from './words.ts'

const drawn = (block: Block, join: Joined): readonly KnownBlock[] => {
  switch (block.type) {
    case 'text':
      return said(block.text)
    case 'note':
      return noted(block.text)
    case 'quote':
      return quoted(block)
    case 'facts':
      return facts(block.facts)
    case 'table':
      return table(block, join)
    case 'divider':
      return [{ type: 'divider' }]
    case 'bar':
      return [rich(bar(block))]
  }
}

/** Sentences in a row are lines of one paragraph, not a paragraph each. */
const merged = (blocks: readonly Block[]): readonly Block[] => {
  const all: Block[] = []
  for (const block of blocks) {
    const last = all.at(-1)
    if ((block.type === 'text' || block.type === 'note') && last?.type === block.type)
      all[all.length - 1] = { ...last, text: `${last.text}\n${block.text}` }
    else all.push(block)
  }
  return all
}

/** What stands between the title and the buttons. */
export const body = (blocks: readonly Block[], join: Joined): readonly KnownBlock[] =>
  merged(blocks).flatMap((block) => drawn(block, join))
