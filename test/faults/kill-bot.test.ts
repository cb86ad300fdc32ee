import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { noRedis } from '../support/redis.ts'
import { startBot } from './support/bot-process.ts'
import { customers } from './support/cast.ts'
import { curtain } from './support/curtain.ts'
import { liveThrough } from './support/life.ts'
import { between, oneOf, type Random, randomFrom, seedOf } from './support/random.ts'
import { onStage, type Scene } from './support/scene.ts'
import { times } from './support/times.ts'

const enough = 200 * times
/** Each kill takes a start of the program, however slow the machine is. */
const atMostMs = 1_800_000 * times
/** As long as this nobody looks at some tickets: their ladders climb while processes die. */
const neglectedMs = 25_000

describe.skipIf(noRedis)('the bot under kill -9', () => {
  const { scene } = onStage()

  it(
    'R1 I1–I10 hold when its two processes are killed at random, 200 times, during two customers’ stories',
    async () => {
      const random = randomFrom(seedOf('kill -9 of the bot'))
      const on = await scene(random)
      const logs: string[] = []
      let killed = 0
      let over = false

      /** One place of a process: it starts, works for a moment or not even that, is killed, and starts again. */
      const keepKilling = async (on: Scene, dice: Random): Promise<void> => {
        while (killed < enough && !over) {
          const bot = startBot(on.ground)
          if (dice() < 0.85) {
            const running = await on.enter(bot)
            await pause(between(dice, 20, 1_000))
            await running.end('SIGKILL')
          } else {
            await pause(between(dice, 0, 700))
            bot.signal('SIGKILL')
            await bot.ended
          }
          logs.push(bot.log())
          killed += 1
        }
      }
      const keepLiving = async (n: number): Promise<number> => {
        let lived = 0
        do {
          await liveThrough(on, oneOf(random, customers), n < 2 ? neglectedMs : 0)
          lived += 1
        } while (!over)
        return lived
      }

      await (await on.start()).end('SIGKILL')
      const lives = Promise.all([0, 1, 2, 3, 4, 5].map(keepLiving))
      lives.catch(() => {}) // told when it is waited for
      const seeds = [1, 2].map(() => between(random, 0, 2 ** 31))
      const kills = Promise.all(seeds.map((seed) => keepKilling(on, randomFrom(seed))))
      try {
        await Promise.race([kills, lives]) // a story that goes wrong ends the run at once
      } finally {
        over = true
      }
      const last = await on.start()
      const lived = (await lives).reduce((sum, one) => sum + one, 0)
      const events = await curtain(on, [last])
      console.log(`${killed} kills, ${lived} tickets lived through, ${events.length} events`)
      expect(killed).toBeGreaterThanOrEqual(enough)
      expect(
        events.some(({ type }) => type === 'ticket.escalated'),
        'ladders climbed meanwhile',
      ).toBe(true)
      expect(logs.join(''), 'no fault was met').not.toMatch(/ error /)
    },
    atMostMs,
  )
})
