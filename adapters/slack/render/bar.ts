import type { RichTextSection } from '@slack/types'
import type { Bar } from '../../../src/chat/card.ts'
import { plainText } from '../text/plain-text.ts'
import { run } from './rich.ts'

const cells = 10

/** A shape for each state, so that it is told apart without colour. */
const signs: { readonly [state in Bar['state']]: string } = {
  running: '',
  paused: ' ⏸',
  closed_hours: ' ☾',
  met: ' ✓',
  breached: ' ✕',
}

/** How much is used: empty only at the start, full only at the end. */
const filled = ({ budget, used, state }: Bar): number => {
  if (state === 'breached' || used >= budget) return cells
  return used <= 0 ? 0 : Math.min(cells - 1, Math.max(1, Math.floor((used / budget) * cells)))
}

/** The time of a promise: its name, how much is used, and the sentence that says it. */
export const bar = (block: Bar): RichTextSection => {
  const used = filled(block)
  const track = `${'▰'.repeat(used)}${'▱'.repeat(cells - used)}${signs[block.state]}`
  return {
    type: 'rich_text_section',
    elements: [run(plainText(block.label), { bold: true }), run(`  ${track}\n${plainText(block.text)}`)],
  }
}
