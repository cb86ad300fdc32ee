import type { Card } from '../chat/card.ts'
import { type Reading, speak } from './reading.ts'

/** What this person may do, a line each, with the words that open it. */
export const helpCard = (lines: readonly string[], reading: Reading): Card => {
  const { help } = speak(reading).t.agreed
  return {
    title: help.title,
    tone: 'neutral',
    blocks: [...lines.map((text) => ({ type: 'text', text }) as const), { type: 'note', text: help.about }],
    buttons: [],
    summary: help.title,
  }
}
