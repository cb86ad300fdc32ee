import { describe, expect, it } from 'vitest'
import { noRedis } from '../support/redis.ts'
import { customers } from './support/cast.ts'
import { curtain } from './support/curtain.ts'
import { liveThrough } from './support/life.ts'
import { oneOf, randomFrom, seedOf } from './support/random.ts'
import { onStage } from './support/scene.ts'

const stories = 12
/** Some are looked at only when their ladder is climbed. */
const neglectedMs = 30_000

describe.skipIf(noRedis)('two ROLE=chat and two ROLE=worker on one PostgreSQL and one Redis', () => {
  const { scene } = onStage()

  it('live through many stories together with no double effect', async () => {
    const random = randomFrom(seedOf('two chats, two workers'))
    const on = await scene(random)
    const bots = await Promise.all([
      on.start('chat'),
      on.start('chat'),
      on.start('worker'),
      on.start('worker'),
    ])
    const lives = Array.from({ length: stories }, (_, n) =>
      liveThrough(on, oneOf(random, customers), n % 3 === 0 ? neglectedMs : 0),
    )
    const ids = await Promise.all(lives)
    expect(new Set(ids).size).toBe(stories)
    const events = await curtain(on, bots)
    expect(events.filter(({ type }) => type === 'ticket.closed')).toHaveLength(stories)
    expect(
      events.some((event) => 'rung' in event && event.rung === 'H3'),
      'ladders were climbed',
    ).toBe(true)
  })
})
