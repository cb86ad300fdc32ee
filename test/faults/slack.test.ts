import { describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { noRedis } from '../support/redis.ts'
import { hangAt } from './support/hang.ts'
import { buttonFor, reportsOnSlack } from './support/slack-cast.ts'
import { slackCurtain } from './support/slack-curtain.ts'
import { onSlackStage, type SlackScene } from './support/slack-scene.ts'
import { until } from './support/truth.ts'

const room = 'C0HUAXIN'
const reported = `outbox where item = $1 and key like '%.reported.report_thread'`

const ticketOf = (on: SlackScene, message: string) =>
  until('it is a ticket', () => on.truth.ticketOf(message))
/** The ids under which the ticket's receipt is owed. */
const receiptsOf = (on: SlackScene, item: string) =>
  on.truth.sql<{ id: string }>(`select id::text from ${reported}`, [item])
/** How often the ticket's receipt stands, whatever else was said there since. */
const receipts = async (on: SlackScene, item: string): Promise<number> => {
  const ids = (await receiptsOf(on, item)).map(({ id }) => id)
  return on.slack
    .messages(room)
    .filter(({ metadata }) => ids.some((id) => JSON.stringify(metadata ?? {}).includes(`"key":"${id}"`)))
    .length
}
const receiptStands = (on: SlackScene, item: string) =>
  until('the receipt stands', async () => (await receipts(on, item)) === 1)

const receiptIsSent = (on: SlackScene, item: string) =>
  until('it is recorded', async () => (await on.truth.count(`${reported} and status = 'sent'`, [item])) === 1)

/** A report whose receipt Slack shows, while the bot is never told that it does. Resolves with the ticket. */
const acceptedThenSilent = async (on: SlackScene): Promise<string> => {
  const { slack } = on
  slack.fault(
    'chat.postMessage',
    { do: 'accept', and: 'hang' },
    { times: 1, when: ({ channel }) => channel === room },
  )
  const id = await ticketOf(on, await reportsOnSlack(on, 'U0ZHAO', room))
  await receiptStands(on, id)
  return id
}

const ways = ['socket', 'http'] as const

describe.skipIf(noRedis).concurrent('on Slack', () => {
  const { scene } = onSlackStage()

  it.each(ways)(
    'T04 a process killed over %s between telling Slack that a message arrived and working on it: one ticket and one receipt later',
    async (way) => {
      const on = await scene(way)
      const bot = await on.start()
      const hang = await hangAt(on.truth, 'insert on items', 'true')
      const ts = await reportsOnSlack(on, 'U0ZHAO', room)
      await hang.reached()
      await bot.end('SIGKILL')
      await hang.letGo()
      expect(on.slack.deliveries().map(({ acked, attempts }) => [acked, attempts.length])).toEqual([
        [true, 1],
        [true, 1],
      ])
      expect(await on.truth.ticketOf(ts)).toBeUndefined()
      const next = await on.start()
      const id = await ticketOf(on, ts)
      await receiptStands(on, id)
      const events = await slackCurtain(on, [next])
      expect(await receipts(on, id)).toBe(1)
      expect(events.filter(({ type }) => type === 'ticket.reported')).toHaveLength(1)
    },
  )

  it.each(ways)(
    'R1 a process killed over %s between telling Slack that a press arrived and its commit: it is carried out once, and its person told',
    async (way) => {
      const on = await scene(way)
      const { slack } = on
      const bot = await on.start()
      const id = await ticketOf(on, await reportsOnSlack(on, 'U0ZHAO', room))
      const spot = await until('the card stands', async () => buttonFor(slack, 'U0LI', 'claim', id))
      const hang = await hangAt(on.truth, 'insert on events', `new.type = 'ticket.acknowledged'`)
      const pressed = await slack.person('U0LI').press(spot, spot.button)
      expect(pressed.acked).toBe(true)
      await hang.reached()
      await bot.end('SIGKILL')
      await hang.letGo()
      expect(await on.truth.happened(id, 'ticket.acknowledged')).toBe(0)
      const next = await on.start()
      const told = () => {
        const done = texts('zh-CN').flows.claim.done(id)
        return slack.messages(slack.person('U0LI').dm()).filter((one) => JSON.stringify(one).includes(done))
      }
      await until('the engineer is told', async () => told().length > 0)
      expect((await on.truth.ticket(id)).assignee).toBe('li')
      // Slack lost the acknowledgement, too, and hands the same press to the next process.
      expect((await slack.repeat(pressed)).acked).toBe(true)
      await slackCurtain(on, [next])
      expect(await on.truth.happened(id, 'ticket.acknowledged')).toBe(1)
      expect(told()).toHaveLength(1)
    },
  )

  it('T05 a process killed between the commit and the post: the post is sent after the restart', async () => {
    const on = await scene('socket')
    const { slack } = on
    const bot = await on.start()
    const undo = slack.fault('chat.postMessage', { do: 'hang' }, { when: ({ channel }) => channel === room })
    const ts = await reportsOnSlack(on, 'U0ZHAO', room)
    const id = await ticketOf(on, ts)
    await slack.until(() => slack.calls('chat.postMessage').some(({ args }) => args.thread_ts === ts))
    await bot.end('SIGKILL')
    undo()
    expect(await receipts(on, id)).toBe(0)
    const next = await on.start()
    await receiptStands(on, id)
    await slackCurtain(on, [next])
  })

  it('T06 a process killed between the post and its record: it is looked up, stands once and is recorded as sent', async () => {
    const on = await scene('http')
    const bot = await on.start()
    const id = await acceptedThenSilent(on)
    await bot.end('SIGKILL')
    const next = await on.start()
    await receiptIsSent(on, id)
    await slackCurtain(on, [next])
    expect(await receipts(on, id)).toBe(1)
  })

  it('T06 a post that Slack shows and never answers for is looked up, and no second one is seen', async () => {
    const on = await scene('socket')
    const bot = await on.start()
    const id = await acceptedThenSilent(on)
    await receiptIsSent(on, id)
    await slackCurtain(on, [bot])
    expect(await receipts(on, id)).toBe(1)
    expect(on.slack.calls('conversations.replies').length).toBeGreaterThan(0)
  })
})
