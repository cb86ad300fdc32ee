import type { Post } from '../../src/chat/adapter.ts'
import type { ShownCard } from '../../src/chat/chat-log.ts'
import { clean } from '../../src/text/clean.ts'

/**
 * The card as the page gets it. The page draws the vocabulary itself and puts every text in as text, so nothing is escaped
 * here; what no database or screen can hold is taken out.
 */
export const render = ({ card, thread }: Pick<Post, 'card' | 'thread'>): ShownCard => {
  const way = thread && { conversation: thread.conversation, message: thread.thread ?? thread.message }
  return JSON.parse(JSON.stringify(way ? { ...card, thread: way } : card, cleanText))
}

const cleanText = (_: string, value: unknown): unknown => (typeof value === 'string' ? clean(value) : value)
