import type { PlainTextElement } from '@slack/types'
import { plainClip } from '../../shared/plain-clip.ts'
import { isBlank, plainText } from '../../shared/plain-text.ts'

/** Anybody's words as an object in which Slack interprets nothing: no mention, link, emoji name or formatting. */
export const plain = (text: string, max: number): PlainTextElement => {
  const shown = plainClip(plainText(text), max)
  return { type: 'plain_text', text: isBlank(shown) ? '–' : shown, emoji: false }
}
