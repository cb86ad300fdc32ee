import { describe, expect, it } from 'vitest'
import { createGather } from '../../src/store/gather.ts'

/** A server that answers when it is told to, and keeps what it was asked. */
const slowServer = () => {
  const asked: (readonly string[])[] = []
  const open: (() => void)[] = []
  const run = (batch: readonly string[]): Promise<readonly string[]> => {
    asked.push(batch)
    return new Promise((resolve, reject) => {
      open.push(() =>
        batch.includes('away')
          ? reject(new Error('away'))
          : batch.includes('poison')
            ? reject(new Error('poison'))
            : resolve(batch.map((one) => `${one} done`)),
      )
    })
  }
  /** Answers what was asked first and lets everybody hear of it. */
  const answer = async (): Promise<void> => {
    open.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { asked, run, answer }
}

const isOfOne = (error: unknown): boolean => error instanceof Error && error.message === 'poison'

describe('gathering', () => {
  const start = (atOnce?: number) => {
    const server = slowServer()
    const gather = createGather({ run: server.run, most: 3, isOfOne, ...(atOnce ? { atOnce } : {}) })
    const ended: string[] = []
    const ask = (...all: readonly string[]) =>
      all.map((one) =>
        gather(one).then(
          (result) => void ended.push(result),
          (error: Error) => void ended.push(`${one} ${error.message}`),
        ),
      )
    return { ...server, ask, ended }
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve))

  it('asks at once for all of a turn, and for what comes meanwhile together, in the order it came', async () => {
    const { asked, ask, answer, ended } = start()
    ask('a', 'b')
    await turn()
    expect(asked).toEqual([['a', 'b']])
    ask('c')
    await turn()
    ask('d', 'e', 'f')
    await turn()
    expect(asked).toHaveLength(1)
    await answer()
    expect(asked).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ])
    await answer()
    await answer()
    expect(asked.at(-1)).toEqual(['f'])
    expect(ended).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((one) => `${one} done`))
  })

  it('ends nobody before their own batch is done', async () => {
    const { ask, answer, ended } = start()
    ask('a')
    await turn()
    ask('b')
    await answer()
    expect(ended).toEqual(['a done'])
    await answer()
    expect(ended).toEqual(['a done', 'b done'])
  })

  it('begins a second batch beside the first only when it is full', async () => {
    const { asked, ask } = start(2)
    ask('a')
    await turn()
    ask('b', 'c')
    await turn()
    expect(asked).toEqual([['a']])
    ask('d')
    await turn()
    expect(asked).toEqual([['a'], ['b', 'c', 'd']])
    ask('e', 'f', 'g')
    await turn()
    expect(asked).toHaveLength(2)
  })

  it('fails only the one at fault: the others are done without it', async () => {
    const { asked, ask, answer, ended } = start()
    ask('a', 'poison', 'b')
    await turn()
    for (let n = 0; n < 4; n += 1) await answer()
    expect(asked).toEqual([['a', 'poison', 'b'], ['a'], ['poison'], ['b']])
    expect(ended).toEqual(['a done', 'poison poison', 'b done'])
  })

  it('fails all when it is nobody’s fault, and goes on with what comes then', async () => {
    const { asked, ask, answer, ended } = start()
    ask('a', 'away')
    await turn()
    await answer()
    expect(asked).toEqual([['a', 'away']])
    expect(ended).toEqual(['a away', 'away away'])
    ask('b')
    await turn()
    await answer()
    expect(ended.at(-1)).toBe('b done')
  })
})
