import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { noRedis } from '../support/redis.ts'
import { startBot } from './support/bot-process.ts'
import { between, type Random, randomFrom, seedOf } from './support/random.ts'
import { reportsOnSlack } from './support/slack-cast.ts'
import { slackCurtain } from './support/slack-curtain.ts'
import { cardOf, liveOnSlack, slackPeople } from './support/slack-life.ts'
import { onSlackStage } from './support/slack-scene.ts'
import { times } from './support/times.ts'
import { until, untilKillsEnd } from './support/truth.ts'

const enough = 30 * times
/** Each kill takes a start of the program, however slow the machine is. */
const atMostMs = 1_800_000 * times

/** What each of the two processes is when it starts: one hears in any case, the other works in any case. */
const roles = [
  ['chat', 'chat', 'all'],
  ['worker', 'worker', 'all'],
] as const

/** Each of these happens to a ticket once. */
const once = ['reported', 'acknowledged', 'resolved', 'solution_confirmed', 'closed']

describe.skipIf(noRedis)('the bot on Slack under kill -9', () => {
  const { scene } = onSlackStage()

  it(
    'R1 I1–I10 hold when its two processes are killed at random while people report, press and submit',
    async () => {
      const random = randomFrom(seedOf('kill -9 of the bot on Slack'))
      const on = await scene('socket', random)
      const logs: string[] = []
      let killed = 0
      let over = false

      const keepKilling = async (which: (typeof roles)[number], dice: Random): Promise<void> => {
        while (killed < enough && !over) {
          const bot = startBot(on.ground, which[between(dice, 0, which.length)])
          if (dice() < 0.85) {
            const running = await on.enter(bot)
            await pause(between(dice, 50, 2_500))
            await running.end('SIGKILL')
          } else {
            await pause(between(dice, 0, 1_500))
            bot.signal('SIGKILL')
            await bot.ended
          }
          logs.push(bot.log())
          killed += 1
        }
      }
      const keepLiving = async (who: (typeof slackPeople)[number]): Promise<readonly string[]> => {
        const lived: string[] = []
        do lived.push(await liveOnSlack(on, who))
        while (!over)
        return lived
      }
      /** At the pace at which the engineers’ room can be told of it: Slack takes a message a second. */
      const keepReporting = async (): Promise<void> => {
        while (!over) {
          const message = await reportsOnSlack(on, 'U0OLIVER', 'C0BLUE')
          const id = await until('it is a ticket', () => on.truth.ticketOf(message), untilKillsEnd)
          await until('its card stands', () => cardOf(on, id), untilKillsEnd)
        }
      }

      await (await on.start()).end('SIGKILL')
      const lives = Promise.all([...slackPeople.map(keepLiving), keepReporting().then(() => [])])
      lives.catch(() => {}) // told when it is waited for
      const kills = Promise.all(
        roles.map((which) => keepKilling(which, randomFrom(between(random, 0, 2 ** 31)))),
      )
      try {
        await Promise.race([kills, lives]) // a story that goes wrong ends the run at once
      } finally {
        over = true
      }
      const last = await on.start()
      const lived = (await lives).flat()
      const events = await slackCurtain(on, [last])
      console.log(`${killed} kills, ${lived.length} tickets lived through, ${events.length} events`)
      expect(killed).toBeGreaterThanOrEqual(enough)
      for (const id of lived)
        for (const type of once)
          expect(await on.truth.happened(id, `ticket.${type}`), `${id} was ${type} once`).toBe(1)
      expect(logs.join(''), 'no fault was met').not.toMatch(/ error /)
    },
    atMostMs,
  )
})
