import { describe, expect, it } from 'vitest'
import { timeline } from '../../../adapters/web/client/timeline.ts'
import { card } from '../../../src/chat/card.ts'
import type { ChatMessage } from '../../../src/chat/chat-log.ts'

const minute = 60_000
const said = (id: number, author: string, at: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id: String(id),
  changed: id,
  key: `${author}:key-${id}`,
  conversation: 'room',
  at: Date.parse(at),
  edits: 0,
  content: { kind: 'said', author, text: `m${id}` },
  ...more,
})
const parts = {
  person: 'zhao',
  reader: { language: 'en', zone: 'Asia/Shanghai' } as const,
  messages: [
    said(1, 'li', '2026-03-02T15:58:00Z'),
    said(2, 'li', '2026-03-02T15:59:00Z'),
    said(3, 'li', '2026-03-02T16:01:00Z'),
    said(4, 'zhao', '2026-03-02T16:02:00Z'),
  ],
  cards: [],
  pending: [],
}
const shape = (lines: ReturnType<typeof timeline>) =>
  lines.map((line) =>
    line.kind === 'message' ? `${line.message.id}${line.follows ? ' follows' : ''}` : line.kind,
  )

describe('the timeline of a conversation', () => {
  it('parts the days of the reader, and names an author once in a row', () => {
    expect(shape(timeline(parts))).toEqual(['day', '1', '2 follows', 'day', '3', '4'])
  })

  it('names the author again after a while, and after a message with a thread', () => {
    const first = said(1, 'li', '2026-03-02T08:00:00Z')
    const replies = { count: 1, lastAt: first.at, lastWords: 'x' }
    const second = { ...said(2, 'li', '2026-03-02T08:01:00Z'), replies }
    const third = said(3, 'li', '2026-03-02T08:02:00Z')
    const late = said(4, 'li', new Date(third.at + 6 * minute).toISOString())
    expect(shape(timeline({ ...parts, messages: [first, second, third, late] }))).toEqual([
      'day',
      '1',
      '2 follows',
      '3',
      '4',
    ])
  })

  it('marks the first message of another that was not read before', () => {
    expect(shape(timeline({ ...parts, freshFrom: '2' }))).toEqual([
      'day',
      '1',
      '2 follows',
      'day',
      'fresh',
      '3',
      '4',
    ])
    expect(shape(timeline({ ...parts, freshFrom: '3' }))).not.toContain('fresh')
  })

  it('starts a thread without the day when it began on its root’s', () => {
    const root = said(1, 'li', '2026-03-02T15:58:00Z')
    const reply = said(2, 'li', '2026-03-02T15:59:00Z', { thread: '1' })
    expect(shape(timeline({ ...parts, messages: [reply], root }))).toEqual(['2'])
  })

  it('puts a card for this person where it was shown, and words on their way at the end until they arrive', () => {
    const shown = (id: string, after: string) => ({
      id,
      after,
      conversation: 'room',
      card: card({ summary: id }),
    })
    const pending = ['key-4', 'key-5'].map((key) => ({
      key,
      person: 'zhao',
      spot: { conversation: 'room' },
      text: 'x',
      files: [],
      state: 'sending' as const,
    }))
    const lines = timeline({ ...parts, cards: [shown('late', '4'), shown('early', '0')], pending })
    expect(shape(lines)).toEqual(['private', 'day', '1', '2 follows', 'day', '3', '4', 'private', 'pending'])
  })
})
