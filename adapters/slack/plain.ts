import type { PlainTextElement } from '@slack/types'
import { plainClip } from '../shared/plain-clip.ts'
import { isBlank, plainText } from '../shared/plain-text.ts'

/** Anybody's words as an object in which Slack interprets nothing: no mention, link, emoji name or formatting. */
export const plain = (text: string, max: number): PlainTextElement => {
  const shown = plainClip(plainText(text), max)
  return { type: 'plain_text', text: isBlank(shown) ? '–' : shown, emoji: false }
}

const entities: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Anybody's words for a place where Slack looks for mentions and links: none can be in them. */
export const escapeMrkdwn = (text: string): string =>
  plainText(text).replace(/[&<>]/g, (character) => entities[character] ?? character)
