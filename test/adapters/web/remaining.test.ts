import { describe, expect, it } from 'vitest'
import { remaining, remainingWords, spanWords } from '../../../adapters/web/client/remaining.ts'
import { en } from '../../../adapters/web/client/texts/en.ts'
import type { Bar } from '../../../src/chat/card.ts'

const minute = 60_000
const bar: Bar = {
  type: 'bar',
  label: 'Response',
  text: 'text',
  state: 'running',
  budget: 10 * minute,
  used: 4 * minute,
  asOf: 1_000_000,
}

describe('the remaining time beside a bar', () => {
  it('runs while the clock does, and not backwards when the reader’s clock is behind', () => {
    expect(remaining(bar, bar.asOf)).toBe(6 * minute)
    expect(remaining(bar, bar.asOf + minute)).toBe(5 * minute)
    expect(remaining(bar, bar.asOf - minute)).toBe(6 * minute)
  })

  it.each(['paused', 'closed_hours', 'met', 'breached'] as const)('stands still when %s', (state) => {
    expect(remaining({ ...bar, state }, bar.asOf + minute)).toBe(6 * minute)
  })

  it.each([
    ['running', 6 * minute, '6:00 left'],
    ['running', -1_500, 'overdue by 0:01'],
    ['paused', 6 * minute, 'paused, 6:00 left'],
    ['closed_hours', 90 * minute, 'outside service hours, 1 h 30 min left'],
    ['met', 0, 'met'],
    ['breached', -minute, 'missed'],
  ] as const)('says of a %s one with %i ms left “%s”', (state, left, words) => {
    expect(remainingWords({ ...bar, state }, left, en)).toBe(words)
  })

  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [60 * minute - 1, '59:59'],
    [60 * minute, '1 h'],
    [47 * 60 * minute, '47 h'],
    [48 * 60 * minute, '2 d'],
    [75 * 60 * minute, '3 d 3 h'],
  ])('calls %i ms “%s”', (length, words) => {
    expect(spanWords(length, en.span)).toBe(words)
  })
})
