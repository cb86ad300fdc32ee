import type { KnownBlock } from '@slack/types'
import { escapeMrkdwn } from '../plain.ts'
import type { SlackMessage } from '../render.ts'

/** Every text of a block in reading order, as Slack takes it in a message without blocks. */
const wordsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'text' && typeof one === 'string' ? [one] : wordsIn(one),
  )
}

const part = (text: string, blocks: readonly KnownBlock[]): SlackMessage => ({ text, blocks: [...blocks] })

/**
 * A message that Slack found too large, as two; a single block it would not take, as its bare words. Nothing is left out
 * (T42).
 */
export const halved = ({ text, blocks }: SlackMessage): readonly SlackMessage[] => {
  if (blocks.length < 2) return [part(wordsIn(blocks).map(escapeMrkdwn).join('\n') || text, [])]
  const middle = Math.ceil(blocks.length / 2)
  return [part(text, blocks.slice(0, middle)), part(text, blocks.slice(middle))]
}
