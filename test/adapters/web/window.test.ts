import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawn, earlierEnd, laterEnd, stretchOf } from '../../../adapters/web/client/window.ts'

const messages = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `${index + 1}` }))

describe('the stretch of a conversation that is drawn', () => {
  it('is the end of all while it follows, and never longer than it may be', () => {
    expect(stretchOf(messages(5), undefined)).toEqual({ from: 0, to: 5, isAtEnd: true })
    expect(stretchOf(messages(1_616), undefined)).toEqual({ from: 1_616 - drawn, to: 1_616, isAtEnd: true })
    expect(stretchOf(messages(1_616), 'gone')).toMatchObject({ isAtEnd: true })
  })

  it('reaches every message by going earlier, and the end of all by going later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), (count) => {
        const all = messages(count)
        const seen = new Set<string>()
        let end: string | undefined
        const look = () => {
          const stretch = stretchOf(all, end)
          expect(stretch.to - stretch.from).toBeLessThanOrEqual(drawn)
          for (const { id } of all.slice(stretch.from, stretch.to)) seen.add(id)
          return stretch
        }
        for (let turn = 0; look().from > 0; turn += 1) {
          expect(turn).toBeLessThan(100)
          end = earlierEnd(all, stretchOf(all, end))
        }
        expect(seen.size).toBe(count)
        for (let turn = 0; !look().isAtEnd; turn += 1) {
          expect(turn).toBeLessThan(100)
          end = laterEnd(all, stretchOf(all, end))
        }
      }),
    )
  })
})
