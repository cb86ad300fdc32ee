import type { RichTextSection } from '@slack/types'
import type { Bar } from '../../../src/chat/card.ts'
import { barTrack } from '../../shared/bar-track.ts'
import { plainText } from '../../shared/plain-text.ts'
import { run } from './rich.ts'

/** The time of a promise: its name, how much is used, and the sentence that says it. */
export const bar = (block: Bar): RichTextSection => {
  return {
    type: 'rich_text_section',
    elements: [
      run(plainText(block.label), { bold: true }),
      run(`  ${barTrack(block)}\n${plainText(block.text)}`),
    ],
  }
}
