import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAwaitReply } from '../../../adapters/shared/await-reply.ts'
import { createInFlight } from '../../../adapters/shared/in-flight.ts'
import type { Asking } from '../../../src/chat/inbound.ts'
import type { Reply } from '../../../src/chat/reply.ts'

const patience = { replyMs: 2_000, keepMs: 700 }
const act: Asking = {
  ...{ kind: 'press', key: 'k', at: 0, press: { flow: 'claim' } },
  who: { platform: 'slack', team: 'T1', user: 'U1' },
  place: { platform: 'slack', team: 'T1', conversation: 'C1', direct: false },
}
const done: Reply = { kind: 'done', saying: 'HX-7 is yours' }
const later = <Value>(ms: number, value: Value) =>
  new Promise<Value>((resolve) => setTimeout(() => resolve(value), ms))

describe('an act that is awaited', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** What comes of an act whose reply, and whose promise, take so long; how often it was promised. */
  const asks = async (replyAfterMs: number, keptAfterMs: number) => {
    let promised = 0
    const ask = createAwaitReply({
      inFlight: createInFlight(),
      receive: (_, stands) => {
        stands?.(async () => {
          promised += 1
          await later(keptAfterMs, undefined)
        })
        return later(replyAfterMs, done)
      },
    })
    const asking = ask(act, patience).catch((error: Error) => error.message)
    await vi.advanceTimersByTimeAsync(patience.replyMs + patience.keepMs + 1)
    const awaited = await asking
    await vi.runAllTimersAsync()
    return { awaited, promised }
  }

  it('is answered with its reply, and promised to nobody, where that comes in time', async () => {
    expect(await asks(1_900, 10)).toEqual({ awaited: { reply: done }, promised: 0 })
  })

  it('is promised when it takes longer, and answered all the same where its reply comes meanwhile', async () => {
    for (const keptAfterMs of [10, 5_000])
      expect(await asks(2_600, keptAfterMs)).toEqual({ awaited: { reply: done }, promised: 1 })
  })

  it('is said to be at work once it is kept that it is', async () => {
    for (const keptAfterMs of [10, 600]) {
      const { awaited, promised } = await asks(5_000, keptAfterMs)
      expect(promised).toBe(1)
      expect(typeof awaited !== 'string' && 'late' in awaited && (await awaited.late)).toEqual(done)
    }
  })

  it('is refused where that could not be kept in time: its person is told only what is so', async () => {
    expect((await asks(5_000, 800)).awaited).toMatch(/could not be kept/)
  })
})
