import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { noRedis } from '../support/redis.ts'
import { fills, reports } from './support/cast.ts'
import { curtain } from './support/curtain.ts'
import { onStage, type Running } from './support/scene.ts'
import { until } from './support/truth.ts'

/** A process manager that would be gentler than most: after this it kills. */
const patience = 10_000

const endsInTime = (bot: Running, signal: NodeJS.Signals) =>
  Promise.race([bot.end(signal), pause(patience, 'still running' as const, { ref: false })])

describe.skipIf(noRedis)('a bot asked to end', () => {
  const { scene } = onStage()

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'T77 by %s in the middle of many acts ends what is in hand, with code 0, and the next one does the rest',
    async (signal) => {
      const on = await scene()
      const bot = await on.start()
      const message = await reports(on, 'zhao')
      const id = await until('the report is a ticket', () => on.truth.ticketOf(message))
      await on.as('li').presses({ flow: 'claim', item: id })
      const acts = Array.from({ length: 50 }, async (_, n) => {
        await pause(n * 10)
        if (n % 2 === 0) return reports(on, n % 4 === 0 ? 'emma' : 'zhao')
        const text = on.words('We found the cause')
        return fills(on, 'li', { flow: 'update', item: id }, { text }, text)
      })
      await pause(200)
      expect(await endsInTime(bot, signal), bot.log()).toBe(0)
      expect(bot.log(), 'nothing failed on the way down').not.toMatch(/ (warn|error) /)
      const next = await on.start()
      await Promise.all(acts)
      await curtain(on, [next])
    },
  )

  it('T77 while Redis is away does not wait for it', async () => {
    const on = await scene()
    const bot = await on.start()
    await reports(on, 'zhao')
    await on.redis.leave()
    expect(await endsInTime(bot, 'SIGTERM'), bot.log()).toBe(0)
    await on.redis.back()
    await curtain(on, [await on.start()])
  })
})
