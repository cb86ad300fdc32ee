import { describe, expect, it } from 'vitest'
import { createPace } from '../../src/deliver/pace.ts'

const room = { platform: 'slack', team: 'T1', conversation: 'C1' } as const
const other = { ...room, conversation: 'C2' }
const gap = 1_000

const pacing = () => {
  let at = 0
  const pace = createPace(() => at)
  return { pace, passes: (ms: number) => (at += ms) }
}

describe('the pace of a conversation', () => {
  it('lets one message go a moment, and holds no other conversation up', () => {
    const { pace, passes } = pacing()
    expect(pace.take(room, gap, 3, 'a')).toBe(0)
    expect(pace.take(room, gap, 3, 'b')).toBe(gap)
    expect(pace.take(other, gap, 3, 'c')).toBe(0)
    passes(gap)
    expect(pace.take(room, gap, 3, 'b')).toBe(0)
  })

  it('is nothing to a platform that asks for none', () => {
    const { pace } = pacing()
    expect(['a', 'b', 'c'].map((key) => pace.take(room, undefined, 4, key))).toEqual([0, 0, 0])
  })

  it('T21 sends many away in turn, and an alarm only to the next moment', () => {
    const { pace, passes } = pacing()
    pace.take(room, gap, 4, 'first')
    const crowd = ['a', 'b', 'c']
    expect(crowd.map((key) => pace.take(room, gap, 4, key))).toEqual([gap, 2 * gap, 3 * gap])
    expect(pace.take(room, gap, 1, 'alarm')).toBe(gap)
    passes(gap)
    expect(pace.take(room, gap, 1, 'alarm')).toBe(0)
    expect(pace.take(room, gap, 4, 'a')).toBe(gap)
    passes(gap)
    expect(pace.take(room, gap, 4, 'a')).toBe(0)
  })

  it('T22 serves everybody of a crowd within its size in moments, whoever comes back when told to', () => {
    const { pace, passes } = pacing()
    const waiting = new Map(Array.from({ length: 300 }, (_, index) => [index, 0]))
    let moments = 0
    let now = 0
    while (waiting.size > 0 && moments < 1_000) {
      for (const [index, due] of waiting) {
        if (due > now) continue
        const wait = pace.take(room, gap, 4, String(index))
        if (wait === 0) waiting.delete(index)
        else waiting.set(index, now + wait)
      }
      passes(gap)
      now += gap
      moments += 1
    }
    expect(waiting.size).toBe(0)
    expect(moments).toBe(300)
  })

  it('T07 keeps quiet as long as the platform asks', () => {
    const { pace, passes } = pacing()
    pace.hold(room, 30_000)
    expect(pace.take(room, gap, 1, 'a')).toBe(30_000)
    expect(pace.take(other, gap, 1, 'b')).toBe(0)
    passes(30_000)
    expect(pace.take(room, gap, 1, 'a')).toBe(0)
  })
})
