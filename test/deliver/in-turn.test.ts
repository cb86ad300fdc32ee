import { describe, expect, it } from 'vitest'
import { card } from '../../src/chat/card.ts'
import { createDeliver } from '../../src/deliver/deliver.ts'
import { createPace } from '../../src/deliver/pace.ts'
import type { After } from '../../src/deliver/reminder.ts'
import { createLog } from '../../src/process/log.ts'
import type { Notice } from '../../src/store/change.ts'
import { kinds } from '../../src/work/kinds.ts'
import { t0 } from '../store/samples.ts'
import { withStores } from '../store/with-store.ts'
import { recordingAdapter } from '../support/recording-adapter.ts'

const second = 1_000

/** A clock that stands until it is moved to the one moment somebody waits for. */
const standingClock = () => {
  let at = t0
  const waits = new Map<number, () => void>()
  const after: After = (ms, then) => {
    waits.set(at + ms, then)
    return () => waits.delete(at + ms)
  }
  return {
    now: () => at,
    after,
    waiting: () => waits.size,
    next: () => {
      const [moment, then] = [...waits][0] ?? []
      if (moment === undefined || then === undefined) throw new Error('nobody waits')
      waits.delete(moment)
      at = moment
      then()
    },
  }
}

const answer = (key: string): Notice => ({
  key,
  to: {
    kind: 'place',
    place: { platform: 'web', team: 'local', conversation: 'direct:zhao', direct: true },
  },
  role: 'speaker',
  side: 'customer',
  about: 'answer',
  card: card({ summary: key }),
  language: 'en',
  zone: 'UTC',
  lane: 2,
})

describe('what is sent in turn', () => {
  const { one } = withStores()
  const owe = (...keys: readonly string[]) => one().outbox.owe('T-1', 1, t0, keys.map(answer))
  const start = () => {
    const clock = standingClock()
    const chat = recordingAdapter()
    const web = { ...chat.adapter, pace: second }
    const { now, after } = clock
    const order = async () => {
      throw new Error('nothing is ordered here')
    }
    const parts = { store: one(), kinds, adapters: { web }, order, now, log: createLog({ level: 'error' }) }
    const deliver = createDeliver({ ...parts, pace: createPace(now) }, undefined, after)
    const run = async () => {
      deliver.kick()
      await deliver.idle()
    }
    return { clock, chat, run, deliver }
  }

  it('goes at the very moment of its turn: sixty messages of one conversation take fifty-nine pauses', async () => {
    const { clock, chat, run, deliver } = start()
    const keys = Array.from({ length: 60 }, (_, n) => `turn-${n}`)
    await owe(...keys)
    await run()
    const sentAt: number[] = []
    while (chat.posts.length < keys.length) {
      clock.next()
      await deliver.idle()
      sentAt.push(clock.now())
    }
    expect(chat.posts.map((post) => post.card.summary)).toEqual(keys)
    expect(clock.now() - t0).toBe(59 * second)
    expect(sentAt).toEqual(keys.slice(1).map((_, n) => t0 + (n + 1) * second))
    expect(clock.waiting()).toBe(0)
  })

  it('is looked at again when its platform asked for a pause', async () => {
    const { clock, chat, run, deliver } = start()
    await owe('paused')
    chat.delay(1)
    await run()
    expect(chat.posts).toHaveLength(0)
    clock.next()
    await deliver.idle()
    expect(chat.posts.map((post) => post.card.summary)).toEqual(['paused'])
    expect(clock.now()).toBe(t0 + second)
  })

  it('is not looked at any more by a process that ends', async () => {
    const { clock, run, deliver } = start()
    await owe('left-1', 'left-2')
    await run()
    expect(clock.waiting()).toBe(1)
    await deliver.stop()
    expect(clock.waiting()).toBe(0)
  })
})
