import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { noRedis } from '../support/redis.ts'
import { buttonFor, reportsOnSlack, says } from './support/slack-cast.ts'
import { slackCurtain } from './support/slack-curtain.ts'
import { onSlackStage } from './support/slack-scene.ts'
import { until } from './support/truth.ts'

/** A process manager that would be gentler than most: after this it kills. */
const patience = 10_000

describe.skipIf(noRedis).concurrent('a bot on Slack asked to end', () => {
  const { scene } = onSlackStage()

  it.each(['socket', 'http'] as const)(
    'T77 over %s in the middle of many acts ends what is in hand, with code 0, and the next one does the rest',
    async (way) => {
      const on = await scene(way)
      const { slack, truth } = on
      const bot = await on.start()
      const root = await reportsOnSlack(on, 'U0ZHAO', 'C0HUAXIN')
      const id = await until('it is a ticket', () => truth.ticketOf(root))
      const spot = await until('the card stands', async () => buttonFor(slack, 'U0LI', 'claim', id))
      const acts = Array.from({ length: 24 }, async (_, n) => {
        await pause(n * 15)
        if (n === 9) return slack.person('U0LI').press(spot, spot.button)
        if (n % 2 === 0) return reportsOnSlack(on, 'U0EMMA', 'C0BLUE')
        const types = ['ticket.message_added'] as const
        return says(on, 'U0ZHAO', 'C0HUAXIN', on.words('It is the second floor as well'), {
          thread: root,
          types,
        })
      })
      await until('the press arrived', async () =>
        slack.deliveries().some(({ kind, acked }) => kind === 'interactive' && acked),
      )
      expect(
        await Promise.race([bot.end('SIGTERM'), pause(patience, 'still running', { ref: false })]),
        bot.log(),
      ).toBe(0)
      expect(bot.log(), 'nothing failed on the way down').not.toMatch(/ (warn|error) /)
      const next = await on.start()
      await Promise.all(acts)
      await until(
        'the press took effect',
        async () => (await truth.happened(id, 'ticket.acknowledged')) === 1,
      )
      await slackCurtain(on, [next])
    },
  )
})
