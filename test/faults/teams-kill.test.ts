import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { noRedis } from '../support/redis.ts'
import { between, randomFrom, seedOf } from './support/random.ts'
import { receipts } from './support/teams-cast.ts'
import { teamsCurtain } from './support/teams-curtain.ts'
import { liveOnTeams, teamsPeople } from './support/teams-life.ts'
import { onTeamsStage } from './support/teams-scene.ts'
import { times } from './support/times.ts'

const kills = 8 * times

/** Each of these happens to a ticket once. */
const once = ['reported', 'acknowledged', 'resolved', 'solution_confirmed', 'closed']

describe.skipIf(noRedis)('the bot on Teams under kill -9', () => {
  const { scene } = onTeamsStage()

  it('R1 I1–I10 hold when it is killed at random while people report, press and send forms', async () => {
    const random = randomFrom(seedOf('kill -9 of the bot on Teams'))
    const on = await scene()
    const logs: string[] = []
    let over = false
    const keepLiving = async (who: (typeof teamsPeople)[number]) => {
      const lived: Awaited<ReturnType<typeof liveOnTeams>>[] = []
      do lived.push(await liveOnTeams(on, who))
      while (!over)
      return lived
    }
    const keepKilling = async (): Promise<void> => {
      for (let killed = 0; killed < kills; killed += 1) {
        const bot = await on.start()
        await pause(between(random, 50, 3_000))
        await bot.end('SIGKILL')
        logs.push(bot.log())
      }
    }
    await (await on.start()).end('SIGKILL')
    const lives = Promise.all(teamsPeople.map(keepLiving))
    lives.catch(() => {}) // told when it is waited for
    try {
      await Promise.race([keepKilling(), lives]) // a story that goes wrong ends the run at once
    } finally {
      over = true
    }
    const last = await on.start()
    const lived = (await lives).flat()
    const events = await teamsCurtain(on, [last])
    console.log(`${logs.length} kills, ${lived.length} tickets lived through, ${events.length} events`)
    expect(logs).toHaveLength(kills)
    const twice = texts('zh-CN').replies.maybeTwice('Teams')
    for (const { item, report } of lived) {
      for (const type of once)
        expect(await on.truth.happened(item, `ticket.${type}`), `${item} was ${type} once`).toBe(1)
      const stand = receipts(on, report, item)
      const plain = stand.filter(
        ({ history, activity }) => !JSON.stringify(history[0] ?? activity).includes(twice),
      )
      expect(stand.length, `${item} has a receipt`).toBeGreaterThan(0)
      expect(plain.length, `a second receipt of ${item} says that it may be one`).toBeLessThanOrEqual(1)
    }
    expect(logs.join(''), 'no fault was met').not.toMatch(/ error /)
  })
})
