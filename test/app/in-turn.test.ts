import { describe, expect, it } from 'vitest'
import { createInTurn } from '../../src/app/in-turn.ts'

/** Works that go on until they are told to end. */
const works = (most: number) => {
  const inTurn = createInTurn(most)
  const begun: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const begin = (name: string): Promise<string> =>
    inTurn(() => {
      begun.push(name)
      return new Promise((resolve, reject) => {
        ends.set(name, (error) => (error === undefined ? resolve(name) : reject(error)))
      })
    })
  return { begun, begin, end: (name: string, error?: Error) => ends.get(name)?.(error) }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('what is done in turn', () => {
  it('is so much at a time, the rest in the order it came, each as one before it ends or fails', async () => {
    const { begun, begin, end } = works(2)
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => begin(name).catch((error: Error) => error.message))
    await turn()
    expect(begun).toEqual(['a', 'b'])
    end('b', new Error('b failed'))
    await turn()
    expect(begun).toEqual(['a', 'b', 'c'])
    end('c')
    end('a')
    await turn()
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e'])
    end('d')
    end('e')
    expect(await Promise.all(all)).toEqual(['a', 'b failed', 'c', 'd', 'e'])
  })

  it('begins at once again when nothing waits any more', async () => {
    const { begun, begin, end } = works(1)
    const first = begin('a')
    end('a')
    await first
    void begin('b')
    void begin('c')
    await turn()
    expect(begun).toEqual(['a', 'b'])
    end('b')
    await turn()
    expect(begun).toEqual(['a', 'b', 'c'])
    end('c')
  })
})
