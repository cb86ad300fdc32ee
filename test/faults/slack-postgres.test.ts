import { describe, expect, it } from 'vitest'
import { noRedis } from '../support/redis.ts'
import type { Delivery } from '../support/slack/deliver/delivery.ts'
import { home } from '../support/slack-story.ts'
import { untilTold } from './support/slack-cast.ts'
import { slackCurtain } from './support/slack-curtain.ts'
import { onSlackStage } from './support/slack-scene.ts'
import { until } from './support/truth.ts'

/** Enough for the server to be gone within them. */
const atMost = 500

describe.skipIf(noRedis)('PostgreSQL that is killed while people speak on Slack', () => {
  const { scene, postgres } = onSlackStage()

  it.each(['socket', 'http'] as const)(
    'T16 over %s leaves what it did not keep unacknowledged; Slack sends it again, and each is one ticket',
    async (way) => {
      const on = await scene(way)
      const { slack } = on
      const bot = await on.start()
      const said: { readonly ts: string; readonly deliveries: readonly Delivery[] }[] = []
      const isLost = () => said.some(({ deliveries }) => deliveries.some(({ acked }) => !acked))
      postgres().signal('SIGKILL')
      while (!isLost() && said.length < atMost)
        said.push(
          await slack
            .person('U0ZHAO')
            .say('C0HUAXIN', `<@${slack.bot(home)}> ${on.words('The line is dead')}`),
        )
      expect(isLost(), 'something was not acknowledged').toBe(true)
      await until('PostgreSQL is back', async () => (await on.truth.count('items')) > 0)
      for (const { ts, deliveries } of said) {
        await untilTold(slack, deliveries)
        on.acknowledged.said.push({ message: ts, types: ['ticket.reported'] })
        await until('it is a ticket', () => on.truth.ticketOf(ts))
      }
      await slackCurtain(on, [bot], { faults: 'expected' })
    },
  )
})
