import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  earlierEnd,
  laterEnd,
  type Scale,
  type Stretch,
  stretchOf,
} from '../../../adapters/web/client/window.ts'

type Message = { readonly id: string; readonly px: number }

const scale: Scale<Message> = { weigh: ({ px }) => px, room: 2_100, stride: 560 }
const messages = (heights: readonly number[]): readonly Message[] =>
  heights.map((px, index) => ({ id: `${index + 1}`, px }))
const weigh = (all: readonly Message[], { from, to }: Stretch) =>
  all.slice(from, to).reduce((sum, { px }) => sum + px, 0)

describe('the stretch of a conversation that is drawn', () => {
  it('is the end of all while it follows, and no longer than it need be', () => {
    const even = (count: number) => messages(Array.from({ length: count }, () => 100))
    expect(stretchOf(even(5), undefined, scale)).toEqual({ from: 0, to: 5, isAtEnd: true })
    expect(stretchOf(even(1_616), undefined, scale)).toEqual({ from: 1_616 - 21, to: 1_616, isAtEnd: true })
    expect(stretchOf(even(1_616), 'gone', scale)).toMatchObject({ isAtEnd: true })
  })

  it('shows some messages, however tall they are', () => {
    expect(stretchOf(messages([9_000, 9_000, 9_000, 9_000]), undefined, scale)).toMatchObject({
      from: 1,
      to: 4,
    })
  })

  it('reaches every message by going earlier, and the end of all by going later', () => {
    const heights = fc.array(fc.integer({ min: 20, max: 1_200 }), { maxLength: 400 })
    fc.assert(
      fc.property(heights, (given) => {
        const all = messages(given)
        const whole = weigh(all, { from: 0, to: all.length, isAtEnd: true })
        const seen = new Set<string>()
        let end: string | undefined
        const look = () => {
          const stretch = stretchOf(all, end, scale)
          // Short by less than a message, where it begins with the first.
          expect(weigh(all, stretch)).toBeGreaterThanOrEqual(Math.min(scale.room, whole) - 1_200)
          expect(weigh(all, stretch)).toBeLessThan(Math.max(scale.room + 1_200, 3 * 1_200 + 1))
          for (const { id } of all.slice(stretch.from, stretch.to)) seen.add(id)
          return stretch
        }
        for (let turn = 0; look().from > 0; turn += 1) {
          expect(turn).toBeLessThan(1_000)
          end = earlierEnd(all, stretchOf(all, end, scale), scale)
        }
        expect(seen.size).toBe(all.length)
        for (let turn = 0; !look().isAtEnd; turn += 1) {
          expect(turn).toBeLessThan(1_000)
          end = laterEnd(all, stretchOf(all, end, scale), scale)
        }
      }),
    )
  })
})
