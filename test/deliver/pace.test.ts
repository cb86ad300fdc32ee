import { describe, expect, it } from 'vitest'
import { createPace, type Going } from '../../src/deliver/pace.ts'

const gap = 1_000
const to = { platform: 'slack', team: 'T1', conversation: 'C1' } as const
const room: Going = { act: 'post', to, limits: { pace: gap } }
const other: Going = { ...room, to: { ...to, conversation: 'C2' } }
const roomAtAnyPace: Going = { ...room, limits: {} }

const pacing = () => {
  let at = 0
  const pace = createPace(() => at)
  return { pace, passes: (ms: number) => (at += ms) }
}

describe('the pace of a conversation', () => {
  it('lets one message go a moment, and holds no other conversation up', () => {
    const { pace, passes } = pacing()
    expect(pace.take(room, 3, 'a')).toBe(0)
    expect(pace.take(room, 3, 'b')).toBe(gap)
    expect(pace.take(other, 3, 'c')).toBe(0)
    passes(gap)
    expect(pace.take(room, 3, 'b')).toBe(0)
  })

  it('is nothing to a platform that asks for none', () => {
    const { pace } = pacing()
    expect(['a', 'b', 'c'].map((key) => pace.take(roomAtAnyPace, 4, key))).toEqual([0, 0, 0])
  })

  it('T21 sends many away in turn, and an alarm only to the next moment', () => {
    const { pace, passes } = pacing()
    pace.take(room, 4, 'first')
    const crowd = ['a', 'b', 'c']
    expect(crowd.map((key) => pace.take(room, 4, key))).toEqual([gap, 2 * gap, 3 * gap])
    expect(pace.take(room, 1, 'alarm')).toBe(gap)
    passes(gap)
    expect(pace.take(room, 1, 'alarm')).toBe(0)
    expect(pace.take(room, 4, 'a')).toBe(gap)
    passes(gap)
    expect(pace.take(room, 4, 'a')).toBe(0)
  })

  it('T22 serves everybody of a crowd within its size in moments, whoever comes back when told to', () => {
    const { pace, passes } = pacing()
    const waiting = new Map(Array.from({ length: 300 }, (_, index) => [index, 0]))
    let moments = 0
    let now = 0
    while (waiting.size > 0 && moments < 1_000) {
      for (const [index, due] of waiting) {
        if (due > now) continue
        const wait = pace.take(room, 4, String(index))
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
    pace.hold(room, 30_000, 3, false)
    expect(pace.take(room, 1, 'a')).toBe(30_000)
    expect(pace.take(other, 1, 'b')).toBe(0)
    passes(30_000)
    expect(pace.take(room, 1, 'a')).toBe(0)
  })
})

describe('what a platform allows in a workspace', () => {
  const minute = 60_000
  const rates = {
    update: { most: 45, within: minute, atOnce: 10 },
    post: { most: 300, within: minute, atOnce: 60 },
  }
  const card = (conversation: string, more: Partial<Going> = {}): Going => ({
    act: 'update',
    to: { ...to, conversation },
    limits: { pace: gap, rates },
    ...more,
  })

  it('is never gone beyond in any minute, though every card stands in a channel of its own', () => {
    const { pace, passes } = pacing()
    const waiting = new Map(Array.from({ length: 200 }, (_, index) => [index, 0]))
    const drawn: number[] = []
    let asked = 0
    for (let now = 0; waiting.size > 0; now += 100, passes(100))
      for (const [index, due] of waiting) {
        if (due > now) continue
        asked += 1
        const wait = pace.take(card(`C${index}`), 2, String(index))
        if (wait === 0) {
          waiting.delete(index)
          drawn.push(now)
        } else waiting.set(index, now + wait)
      }
    const within = drawn.map((from) => drawn.filter((at) => at >= from && at < from + minute).length)
    expect(Math.max(...within)).toBeLessThanOrEqual(45)
    expect(drawn.at(-1)).toBeLessThan(6 * minute)
    expect(asked, 'each is asked for in its turn, not again and again').toBeLessThan(500)
  })

  it('names every turn in whole ms, though the minute does not divide', () => {
    const { pace } = pacing()
    const waits = Array.from({ length: 30 }, (_, index) => pace.take(card(`C${index}`), 2, String(index)))
    expect(waits.filter((wait) => wait > 0)).toHaveLength(20)
    expect(waits.every(Number.isInteger), waits.join()).toBe(true)
  })

  it('counts for this act in this workspace alone', () => {
    const { pace } = pacing()
    for (let index = 0; index < 10; index += 1) expect(pace.take(card(`C${index}`), 2, String(index))).toBe(0)
    expect(pace.take(card('C10'), 2, '10')).toBeGreaterThan(0)
    expect(pace.take(card('C10', { act: 'post' }), 2, '10')).toBe(0)
    expect(pace.take(card('C10', { to: { ...to, team: 'T2', conversation: 'C10' } }), 2, '10')).toBe(0)
  })

  it('T07 holds the act in the whole workspace when the platform says so; then all go one after the other', () => {
    const { pace, passes } = pacing()
    pace.hold(card('C1'), 30_000, 2, true)
    expect(pace.take(card('C2'), 2, 'a')).toBe(30_000)
    expect(pace.take(card('C3'), 2, 'b')).toBeGreaterThan(30_000)
    expect(pace.take(card('C2', { act: 'home' }), 3, 'a')).toBe(0)
    expect(pace.take(card('C2', { act: 'post' }), 3, 'a')).toBe(0)
    passes(30_000)
    expect(pace.take(card('C2'), 2, 'a')).toBe(0)
    expect(pace.take(card('C3'), 2, 'b')).toBeGreaterThan(0)
  })

  it('T07 lets an alarm go elsewhere while others wait, until an alarm is told the same', () => {
    const { pace, passes } = pacing()
    const post = (conversation: string) => card(conversation, { act: 'post' })
    pace.hold(post('C1'), 30_000, 3, true)
    expect(pace.take(post('C1'), 1, 'alarm there')).toBe(30_000)
    expect(pace.take(post('C2'), 3, 'chatter')).toBe(30_000)
    expect(pace.take(post('C3'), 1, 'alarm')).toBe(0)
    pace.hold(post('C3'), 10_000, 1, true)
    expect(pace.take(post('C4'), 1, 'another')).toBe(10_000)
    passes(10_000)
    expect(pace.take(post('C4'), 1, 'another')).toBe(0)
  })
})
