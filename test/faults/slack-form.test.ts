import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { noRedis } from '../support/redis.ts'
import { hangAt } from './support/hang.ts'
import { buttonFor, reportsOnSlack } from './support/slack-cast.ts'
import { slackCurtain } from './support/slack-curtain.ts'
import { onSlackStage, type SlackScene } from './support/slack-scene.ts'
import { until } from './support/truth.ts'

const t = texts('zh-CN')

/** A ticket that U0LI claimed, whose solution is on their screen, to be filled in. Resolves with the ticket. */
const formOpen = async (on: SlackScene): Promise<string> => {
  const { slack, truth } = on
  const root = await reportsOnSlack(on, 'U0ZHAO', 'C0HUAXIN')
  const id = await until('it is a ticket', () => truth.ticketOf(root))
  const li = slack.person('U0LI')
  for (const flow of ['claim', 'resolve']) {
    const spot = await until(`${flow} can be pressed`, async () => buttonFor(slack, 'U0LI', flow, id))
    await li.press(spot, spot.button)
  }
  await slack.until(() => li.modal())
  return id
}

const happened = (on: SlackScene, id: string) => on.truth.happened(id, 'ticket.resolved')

describe.skipIf(noRedis).concurrent('a form on Slack that takes longer than Slack waits', () => {
  const { scene } = onSlackStage()

  it('R1 takes effect once, though its process is killed after its person read that it arrived', async () => {
    const on = await scene('socket')
    const bot = await on.start()
    const id = await formOpen(on)
    const holder = new pg.Client({ connectionString: on.ground.databaseUrl })
    await holder.connect()
    await holder.query('begin')
    await holder.query('lock table items in access exclusive mode')
    const sent = await on.slack
      .person('U0LI')
      .submit({ [t.flows.resolve.description]: on.words('Replaced the part') })
    expect(sent.delivery?.acked).toBe(true)
    expect(JSON.stringify(sent.view)).toContain(t.replies.working)
    await bot.end('SIGKILL')
    await holder.query('rollback')
    await holder.end()
    const next = await on.start()
    await until('it took effect', async () => (await happened(on, id)) > 0)
    await slackCurtain(on, [next])
    expect(await happened(on, id)).toBe(1)
  })

  it('R1 that nobody can promise stays open and is not acknowledged; sent again it takes effect once', async () => {
    const on = await scene('http')
    const li = on.slack.person('U0LI')
    const bot = await on.start()
    const id = await formOpen(on)
    const hang = await hangAt(on.truth, 'insert on events', `new.type = 'ticket.resolved'`)
    const values = { [t.flows.resolve.description]: on.words('Replaced the part') }
    const sent = await li.submit(values)
    expect(sent.delivery?.acked).toBe(false)
    await hang.reached()
    await bot.end('SIGKILL')
    await hang.letGo()
    const next = await on.start()
    expect(await happened(on, id)).toBe(0)
    expect((await li.submit(values)).delivery?.acked).toBe(true)
    expect(li.modal()).toBeUndefined()
    await slackCurtain(on, [next])
    expect(await happened(on, id)).toBe(1)
  })
})
