import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { noRedis } from '../support/redis.ts'
import { customers } from './support/cast.ts'
import { curtain } from './support/curtain.ts'
import { liveThrough } from './support/life.ts'
import { oneOf, randomFrom, seedOf } from './support/random.ts'
import { onStage } from './support/scene.ts'
import { until } from './support/truth.ts'

/** How the server ends: killed; at once; quickly; waiting for its clients until whoever restarts it loses patience. */
const endings: readonly (readonly NodeJS.Signals[])[] = [
  ['SIGKILL'],
  ['SIGTERM', 'SIGINT'],
  ['SIGQUIT'],
  ['SIGINT'],
  ['SIGKILL'],
]

describe.skipIf(noRedis)('PostgreSQL', () => {
  const { scene, postgres } = onStage()

  it('T16 ended in every way under load comes back: bots recover by themselves, nothing is lost or done twice', async () => {
    const random = randomFrom(seedOf('PostgreSQL restarted'))
    const on = await scene(random)
    const bots = [await on.start(), await on.start()]
    let over = false
    const keepLiving = async (): Promise<number> => {
      let lived = 0
      do {
        await liveThrough(on, oneOf(random, customers))
        lived += 1
      } while (!over)
      return lived
    }
    const lives = Promise.all([1, 2, 3, 4, 5].map(keepLiving))
    lives.catch(() => {}) // told when it is waited for
    for (const signals of endings) {
      await until('PostgreSQL is back', async () => (await on.truth.count('items')) > 0)
      await pause(2_000)
      for (const signal of signals) {
        postgres().signal(signal)
        await pause(signals.length > 1 ? 1_000 : 0)
      }
    }
    over = true
    const lived = (await lives).reduce((sum, one) => sum + one, 0)
    const events = await curtain(on, bots, { faults: 'expected' })
    expect(events.filter(({ type }) => type === 'ticket.closed').length).toBeGreaterThanOrEqual(lived)
  })
})
