import { describe, expect, it } from 'vitest'
import { createStrangerLog } from '../../src/app/speaker/stranger-log.ts'
import { createRarely } from '../../src/chat/rarely.ts'
import { createLog } from '../../src/process/log.ts'

const second = 1_000

describe('one trouble', () => {
  it('is worth a line at first, then ever more rarely, with how many were passed over', () => {
    let at = 0
    const rarely = createRarely(() => at)
    const lines: number[] = []
    for (; at < 600 * second; at += 10 * second) {
      const told = rarely('away')
      if (told !== undefined) lines.push(told.more)
    }
    // At 0, 60, 180 and 420 seconds.
    expect(lines).toEqual([0, 5, 11, 23])
  })

  it('stays known when there are more troubles than are remembered', () => {
    const rarely = createRarely(() => 0)
    for (let other = 0; other < 1_000; other += 1) rarely(`trouble ${other}`)
    rarely('one more')
    expect(rarely('trouble 999')).toBeUndefined()
    expect(rarely('one more')).toBeUndefined()
    expect(rarely('trouble 0'), 'the first was forgotten').toEqual({ more: 0 })
  })
})

describe('a stranger', () => {
  it('is one line for each conversation and day, also where there are more than are remembered', () => {
    const lines: string[] = []
    const strangers = createStrangerLog({
      log: createLog({ level: 'warn', write: (line) => lines.push(line) }),
      now: () => 0,
    })
    const heard = (conversation: number) =>
      strangers(
        {
          kind: 'message',
          who: { platform: 'slack', team: 'T1', user: 'U1' },
          place: { platform: 'slack', team: 'T1', conversation: `C${conversation}`, direct: false },
        } as Parameters<typeof strangers>[0],
        'unknown_place',
      )
    for (let conversation = 0; conversation <= 1_000; conversation += 1) heard(conversation)
    expect(lines).toHaveLength(1_001)
    heard(999)
    heard(1_000)
    expect(lines).toHaveLength(1_001)
  })
})
