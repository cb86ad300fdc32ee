import { describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { noRedis } from '../support/redis.ts'
import { hangAt } from './support/hang.ts'
import { buttonFor, reportsOnSlack } from './support/slack-cast.ts'
import { slackCurtain } from './support/slack-curtain.ts'
import { onSlackStage } from './support/slack-scene.ts'
import { until } from './support/truth.ts'

describe.skipIf(noRedis)('a form on Slack that takes longer than Slack waits', () => {
  const { scene } = onSlackStage()

  it('R1 takes effect once, though its process is killed after its person read that it arrived', async () => {
    const on = await scene('socket')
    const { slack, truth } = on
    const bot = await on.start()
    const root = await reportsOnSlack(on, 'U0ZHAO', 'C0HUAXIN')
    const id = await until('it is a ticket', () => truth.ticketOf(root))
    const li = slack.person('U0LI')
    const claim = await until('the card stands', async () => buttonFor(slack, 'U0LI', 'claim', id))
    await li.press(claim, claim.button)
    const resolve = await until('it is drawn anew', async () => buttonFor(slack, 'U0LI', 'resolve', id))
    await li.press(resolve, resolve.button)
    await slack.until(() => li.modal())
    const hang = await hangAt(truth, 'insert on events', `new.type = 'ticket.resolved'`)
    const t = texts('zh-CN')
    const sent = await li.submit({ [t.flows.resolve.description]: on.words('Replaced the part') })
    expect(sent.delivery?.acked).toBe(true)
    expect(JSON.stringify(sent.view)).toContain(t.slackReplies.working)
    await hang.reached()
    await bot.end('SIGKILL')
    await hang.letGo()
    const next = await on.start()
    await until('it took effect', async () => (await truth.happened(id, 'ticket.resolved')) > 0)
    await slackCurtain(on, [next])
    expect(await truth.happened(id, 'ticket.resolved')).toBe(1)
  })
})
