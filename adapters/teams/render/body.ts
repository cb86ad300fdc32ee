import type { Block } from '../../../src/chat/card.ts'
import { joinSentences } from '../../shared/join-sentences.ts'
import type { Joined } from '../../shared/table-shape.ts'
import { actSets } from './actions.ts'
import type { Element } from './adaptive-card.ts'
import { bar } from './bar.ts'
import type { ButtonFrame } from './button.ts'
import { details } from './details.ts'
import { facts } from './facts.ts'
import { quoted } from './quote.ts'
import { table } from './table.ts'
import { noted, said } from './words.ts'

type DrawableBlock = Exclude<Block, { readonly type: 'divider' }>

const drawn = (block: DrawableBlock, join: Joined, frame: ButtonFrame | undefined): readonly Element[] => {
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
      return table(block, join, frame)
    case 'details':
      return details(block, [
        ...body(block.blocks, join, frame),
        ...actSets(block.buttons, { summary: block.label }, { join, frame }),
      ])
    case 'bar':
      return [bar(block)]
  }
}

/** What stands between the title and the buttons. A divider is a line above what comes next. */
export const body = (blocks: readonly Block[], join: Joined, frame?: ButtonFrame): readonly Element[] => {
  const all: Element[] = []
  let divided = false
  for (const block of joinSentences(blocks)) {
    if (block.type === 'divider') {
      divided = all.length > 0
      continue
    }
    const [first, ...rest] = drawn(block, join, frame)
    if (first === undefined) continue
    all.push(divided ? { ...first, separator: true, spacing: 'Large' } : first, ...rest)
    divided = false
  }
  return all
}
