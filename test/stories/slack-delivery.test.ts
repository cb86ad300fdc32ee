import { describe, expect, it, vi } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { eachEnds } from '../support/each-ends.ts'
import { home, type SlackStory, startSlackStory } from '../support/slack-story.ts'

const start = eachEnds(startSlackStory)

const room = 'C0HUAXIN'
const engineers = 'C0ENG'
const zh = texts('zh-CN')
const words = '三楼打印机坏了'
const mention = ({ slack }: SlackStory) => `<@${slack.bot(home)}> ${words}`

/** One ticket came of it, with one receipt, whose thread says nothing else. */
const isOne = async (story: SlackStory, ts: string): Promise<void> => {
  await story.stands(room, 'HX-1', ts)
  await story.stands(engineers, 'HX-1')
  await story.settled()
  expect((await story.events('HX-1')).filter(({ type }) => type === 'ticket.reported')).toHaveLength(1)
  expect(await story.store.load(['HX-2'])).toEqual([])
  expect(story.slack.thread(room, ts)).toHaveLength(2)
  expect(story.slack.messages(engineers)).toHaveLength(1)
  expect(story.problems).toEqual([])
}

describe('what Slack delivers more than once', () => {
  it('T01 with the headers of a retry, over HTTP, is one ticket', async () => {
    const story = await start('http')
    const { ts, deliveries } = await story.slack.person('U0ZHAO').say(room, mention(story))
    expect(deliveries).toHaveLength(2)
    for (const delivery of deliveries)
      for (let retry = 1; retry <= 3; retry += 1)
        expect((await story.slack.redeliver(delivery)).attempts[retry]).toMatchObject({
          acked: true,
          status: 200,
        })
    await isOne(story, ts)
  })

  it('T02 in an envelope that says it is the first, over Socket Mode, is one ticket', async () => {
    const story = await start('socket')
    const { ts, deliveries } = await story.slack.person('U0ZHAO').say(room, mention(story))
    for (const delivery of [...deliveries, ...deliveries])
      expect(await story.slack.repeat(delivery)).toMatchObject({ acked: true })
    await isOne(story, ts)
  })

  it('T03 at once to two processes, the mention before the message and after it, is one ticket', async () => {
    const story = await start('socket')
    const { slack } = story
    await story.startAnother()
    slack.hold()
    const { ts, deliveries } = await slack.person('U0ZHAO').say(room, mention(story))
    const twins = deliveries.map((delivery) => delivery.payload)
    expect(JSON.stringify(twins)).toMatch(/app_mention/)
    const sent = await Promise.all(
      [...deliveries, ...deliveries.toReversed(), ...deliveries].map((delivery) => slack.repeat(delivery)),
    )
    for (const { acked } of sent) expect(acked).toBe(true)
    await slack.release()
    await isOne(story, ts)
  })

  it('T12 as one press of a button, three times over, is one act', async () => {
    const story = await start('http')
    const { slack } = story
    const { card } = await story.reports('U0ZHAO', room, words)
    const press = await slack.person('U0LI').press({ channel: engineers, ts: card.ts }, zh.buttons.claim)
    await Promise.all([slack.repeat(press), slack.repeat(press)])
    await story.settled()
    expect((await story.events('HX-1')).filter(({ type }) => type === 'ticket.acknowledged')).toHaveLength(1)
  })
})

describe('a living card', () => {
  it('is drawn anew where it stands, once for however much happened since', async () => {
    let at = Date.UTC(2026, 10, 2, 2)
    const now = () => at
    const story = await start('socket', { now, paced: true, options: { now, rules: { posts: false } } })
    const { slack } = story
    const { card, ts } = await story.reports('U0ZHAO', room, words)
    await story.settled()
    at += 60_000
    await story.settled()
    const drawn = () => slack.calls('chat.update').filter(({ args }) => args.ts === card.ts)
    const li = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' } as const
    const before = drawn().length
    await story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.claim' } }], li)
    await story.settled()
    expect(drawn()).toHaveLength(before + 1)
    for (const priority of ['P2', 'P1'] as const)
      await story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.override', priority, reason: '审计' } }], li)
    await story.settled()
    expect(drawn()).toHaveLength(before + 1)
    at += 1_000
    await story.settled()
    expect(drawn()).toHaveLength(before + 2)
    expect(JSON.stringify(drawn().at(-1)?.args)).toContain('一级（P1）')
    const stands = slack.messages(engineers).filter(({ ts, thread_ts = ts }) => thread_ts === ts)
    expect(stands.map((one) => one.ts)).toEqual([card.ts])
    expect(JSON.stringify(slack.thread(room, ts)[1])).toContain('李伟')
  })
})

describe('a card whose side sees nothing of what happened', () => {
  it('is not drawn anew: a note among the engineers changes no card of the customer’s', async () => {
    const story = await start('socket')
    const { slack } = story
    await story.reports('U0ZHAO', room, words)
    await story.settled()
    const drawings = () => slack.calls('chat.update').filter(({ args }) => args.channel === room).length
    const before = drawings()
    const li = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' } as const
    await story.bot.order(
      [{ item: 'HX-1', wish: { do: 'ticket.note', text: { internal: '先查交换机' } } }],
      li,
    )
    await story.settled()
    expect(drawings()).toBe(before)
    await story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.claim' } }], li)
    await story.settled()
    expect(drawings()).toBeGreaterThan(before)
  })
})

describe('a post', () => {
  it.each(['cut', 500] as const)(
    'T06 that Slack took before the answer was lost (%s) stands once',
    async (and) => {
      const story = await start('socket')
      const { slack } = story
      const back = slack.fault('chat.postMessage', { do: 'accept', and }, { times: 2 })
      const { ts } = await slack.person('U0ZHAO').say(room, mention(story))
      await story.stands(room, 'HX-1', ts)
      await story.stands(engineers, 'HX-1')
      await story.settled()
      back()
      expect(slack.thread(room, ts)).toHaveLength(2)
      expect(slack.messages(engineers)).toHaveLength(1)
      await slack
        .person('U0LI')
        .press({ channel: engineers, ts: slack.messages(engineers)[0]?.ts ?? '' }, zh.buttons.claim)
      await story.stands(room, '李伟', ts)
    },
  )
})

describe('a private answer', () => {
  it('comes as a direct message where Slack does not show it in the channel', async () => {
    const story = await start('http')
    const { slack } = story
    const { ts } = await story.reports('U0ZHAO', room, words)
    slack.fault('chat.postEphemeral', { do: 'error', error: 'user_not_in_channel' })
    await slack.person('U0SUN').react(room, ts, 'ticket')
    await story.stands(slack.person('U0SUN').dm(), zh.app.belongsTo('HX-1'))
    expect(slack.ephemerals('U0SUN')).toEqual([])
    expect(slack.thread(room, ts)).toHaveLength(2)
  })

  it('opens a form by a button where the moment for it has passed', async () => {
    const story = await start('http')
    const { slack } = story
    const li = slack.person('U0LI')
    const { card } = await story.reports('U0ZHAO', room, words)
    await li.press({ channel: engineers, ts: card.ts }, zh.buttons.claim)
    await slack.until(() => JSON.stringify(slack.messages(engineers)[0]).includes(zh.buttons.note))
    slack.fault('views.open', { do: 'error', error: 'expired_trigger_id' }, { times: 1 })
    await li.press({ channel: engineers, ts: card.ts }, zh.buttons.note)
    const late = await story.told('U0LI', zh.replies.openForm)
    await li.press({ channel: engineers, ts: late.ts }, zh.replies.openForm)
    await slack.until(() => li.modal())
    expect((await li.submit({ [zh.flows.note.text]: '备件已订' })).view).toBeUndefined()
    await story.recorded('HX-1', '备件已订')
  })
})

describe('a report that is deleted at once', () => {
  it('has its receipt in private: nothing of it stands in the channel, where Slack would put it', async () => {
    const story = await start('http')
    const { slack } = story
    const zhao = slack.person('U0ZHAO')
    slack.fault(
      'chat.postMessage',
      { do: 'limit', retryAfter: 1 },
      { times: 1, when: ({ channel }) => channel === room },
    )
    const { ts } = await zhao.say(room, mention(story))
    await slack.until(() => slack.calls('chat.postMessage').some(({ args }) => args.channel === room))
    await zhao.remove(room, ts)
    await story.told('U0ZHAO', 'HX-1')
    await story.settled()
    expect(slack.messages(room)).toEqual([])
  })
})

describe('events that Slack holds back', () => {
  it('T26 are said to the operator', async () => {
    const story = await start('http')
    expect(await story.requestUrl?.rateLimited(home)).toMatchObject({ acked: true, status: 200 })
    await vi.waitFor(() => expect(story.problems.join()).toContain('30,000'), 60_000)
  })
})

describe('one trouble that many report', () => {
  it('T48 is one ticket to work on when they say that it is the same: who reported the other is told on', async () => {
    const story = await start('socket')
    const { slack } = story
    const first = await story.reports('U0ZHAO', room, words)
    const other = await story.reports('U0SUN', room, '打印机打不了')
    const merged = await story.fills(
      'U0SUN',
      { channel: room, ts: other.receipt.ts },
      zh.buttons.mark_duplicate_of_earlier,
      {
        [zh.flows.markDuplicate.master]: 'HX-1',
        [zh.flows.form.reason]: '同一台打印机',
      },
    )
    expect(merged.view).toBeUndefined()
    await story.recorded('HX-1', 'ticket.duplicate_linked')
    expect(await story.ticket('HX-2')).toMatchObject({ status: 'cancelled' })
    await story.settled()
    const told = () => JSON.stringify(slack.messages(slack.person('U0SUN').dm())).split('李伟').length
    const before = told()
    await slack.person('U0LI').press({ channel: engineers, ts: first.card.ts }, zh.buttons.claim)
    await story.stands(room, '李伟', first.ts)
    await slack.until(() => told() > before)
  })
})
