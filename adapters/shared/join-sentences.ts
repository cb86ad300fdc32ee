import type { Block } from '../../src/chat/card.ts'

/** Sentences in a row are lines of one paragraph, not a paragraph each. */
export const joinSentences = (blocks: readonly Block[]): readonly Block[] => {
  const all: Block[] = []
  for (const block of blocks) {
    const last = all.at(-1)
    if (
      (block.type === 'text' || block.type === 'note' || block.type === 'stamp') &&
      last?.type === block.type
    )
      all[all.length - 1] = { ...last, text: `${last.text}\n${block.text}` }
    else all.push(block)
  }
  return all
}
