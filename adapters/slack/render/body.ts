import type { KnownBlock } from '@slack/types'
import type { Block } from '../../../src/chat/card.ts'
import { joinSentences } from '../../shared/join-sentences.ts'
import type { Joined } from '../../shared/table-shape.ts'
import { bar } from './bar.ts'
import { buttonRows } from './button-rows.ts'
import { facts } from './facts.ts'
import { rich } from './rich.ts'
import { table } from './table.ts'
import { headed, noted, quoted, said } from './words.ts'

const drawn = (block: Block, join: Joined): readonly KnownBlock[] => {
  switch (block.type) {
    case 'text':
      return said(block.text)
    case 'note':
    case 'stamp':
      return noted(block.text)
    case 'quote':
      return quoted(block)
    case 'facts':
      return facts(block.facts)
    case 'table':
      return table(block, join)
    case 'details':
      return [
        ...headed(block.label),
        ...body(block.blocks, join),
        ...buttonRows({ summary: block.label, buttons: block.buttons }, join),
      ]
    case 'divider':
      return [{ type: 'divider' }]
    case 'bar':
      return [rich(bar(block))]
  }
}

/** What stands between the title and the buttons. */
export const body = (blocks: readonly Block[], join: Joined): readonly KnownBlock[] =>
  joinSentences(blocks).flatMap((block) => drawn(block, join))
