import type { Block, Card } from '../../../src/chat/card.ts'
import type { ChatMessage } from '../../../src/chat/chat-log.ts'

/** What a part of a message takes at least, px: drawn too little would leave the view empty. */
const line = 22
const letters = 120

const linesOf = (text: string): number =>
  text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / letters)), 0)

const blockWeight = (block: Block): number => {
  switch (block.type) {
    case 'text':
    case 'note':
      return line * linesOf(block.text)
    case 'quote':
      return line * (linesOf(block.text) + (block.files?.length ?? 0))
    case 'facts':
      return line * block.facts.length
    case 'table':
      return line * (block.rows.length + 1)
    default:
      return line
  }
}

const cardWeight = ({ title = '', blocks, buttons }: Card): number =>
  2 * line +
  line * linesOf(title) +
  blocks.reduce((sum, block) => sum + blockWeight(block), 0) +
  (buttons.length > 0 ? line : 0)

/** About the room a message will take before it was ever drawn, px. */
export const weightOf = ({ content, replies }: ChatMessage): number =>
  (content.kind === 'said'
    ? line * linesOf(content.text) + 2 * line * (content.files?.length ?? 0)
    : cardWeight(content.card)) + (replies ? line : 0)

/** An element costs the page as much as so much room, px. */
const elementPx = 3.5

/** What a message weighs that is drawn: the room it takes, or more where much of it is folded. */
export const drawnWeight = (drawn: HTMLElement): number =>
  Math.max(drawn.offsetHeight, elementPx * drawn.getElementsByTagName('*').length)
