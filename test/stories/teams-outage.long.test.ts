import { describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { eachEnds } from '../support/each-ends.ts'
import { startByHand } from '../support/teams-by-hand.ts'
import { rooms } from '../support/teams-story.ts'

const start = eachEnds(startByHand)
type Story = Awaited<ReturnType<typeof start>>

const zh = texts('zh-CN')
const words = '三楼打印机坏了'
const vpn = 'Our VPN has been down for the whole office since nine'
const seconds = 1_000
const minutes = 60 * seconds
const li = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' } as const
const claim = [{ item: 'HX-1', wish: { do: 'ticket.claim' } }] as const

/** What chen, the only administrator, is told of somebody out of reach. */
const alarms = (story: Story) => story.of(story.teams.personal('chen'), zh.app.outOfReach.title)

describe('a channel that Teams asks to leave alone', () => {
  it.each([
    [429, { retryAfter: 30 }, 30],
    [412, {}, 2],
  ] as const)(
    'T07 with %i waits as long as it was asked to and loses nothing, while an alarm elsewhere goes through at once',
    async (status, more, asked) => {
      const story = await start()
      const { teams } = story
      const { said } = await story.reportsNow('zhao', rooms.huaxin, words)
      await story.bot.order(claim, li)
      await story.later(10 * seconds)
      const thread = () => teams.thread(rooms.huaxin, said)
      const before = thread().length
      teams.fault(
        'send',
        { do: 'status', status, ...more },
        { times: asked === 30 ? 1 : 2, when: ({ conversation }) => conversation === rooms.huaxin },
      )
      for (const text of ['第一步', '第二步', '第三步'])
        await story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.update', text } }], li)
      await story.settled()
      const limitedAt = story.now()
      expect(teams.calls('send').some((call) => call.status === status)).toBe(true)

      await teams.person('emma').say(rooms.bluebird, vpn, { mention: true })
      await story.bot.app.drain()
      await story.bot.sweep.soon()
      await story.later(seconds)
      expect(await story.ticket('BB-1')).toMatchObject({ priority: 'P1' })
      expect(story.of(rooms.engineers, vpn)).toHaveLength(1)
      expect(story.of(teams.personal('li'), vpn).length).toBeGreaterThan(0)
      await story.later(limitedAt + (asked - 1) * seconds - story.now())
      expect(thread()).toHaveLength(before)
      await story.later(8 * seconds)
      const steps = thread()
        .slice(before)
        .map((one) => /第.步/.exec(JSON.stringify(one.card))?.[0])
      expect(steps).toEqual(['第一步', '第二步', '第三步'])
      expect(story.writesTo(rooms.huaxin).filter((call) => call.status === status)).toHaveLength(
        asked === 30 ? 1 : 2,
      )
      expect(alarms(story)).toEqual([])
    },
  )
})

describe('an outage of the connector across several steps of the ladder', () => {
  const outages: { readonly [name: string]: (story: Story) => Promise<() => unknown> } = {
    'in which nobody answers': async ({ teams }) => {
      await teams.down()
      return teams.up
    },
    'in which it breaks every call off': async ({ teams }) => teams.fault('*', { do: 'cut' }),
    'in which it answers 503': async ({ teams }) => teams.fault('*', { do: 'status', status: 503 }),
    'in which a proxy forbids it': async ({ teams }) =>
      teams.fault('*', { do: 'status', status: 403, code: '' }),
  }

  it.each(Object.entries(outages))(
    'T08 %s ends with each manager told the highest step once, late, though the log and the evidence have all',
    async (_, begin) => {
      const story = await start()
      const { teams } = story
      const { id, said } = await story.reportsNow('emma', rooms.bluebird, vpn)
      await story.passes(16 * minutes)
      const direct = () => teams.messages(teams.personal('zhou')).filter(({ by }) => by === undefined)
      const before = direct().length
      const calls = () => teams.calls().length
      const end = await begin(story)
      const [begun, lines] = [calls(), story.problems.length]
      await story.passes(24 * minutes)
      expect(direct()).toHaveLength(before)
      const tried = calls() - begun
      const log = story.problems.slice(lines)
      expect(log.length, log.join('')).toBeLessThanOrEqual(24)
      expect(log.length, 'it says why').toBeGreaterThan(0)
      await end()
      await story.later(70 * seconds)

      const rungs = (await story.events(id)).flatMap((event) =>
        event.type === 'ticket.escalated' && event.target === 'response' ? [event.rung] : [],
      )
      expect(rungs).toEqual(expect.arrayContaining(['H1', 'H2', 'H3']))
      const news = direct().slice(before)
      expect(news).toHaveLength(1)
      expect(JSON.stringify(news)).toContain('高层领导')
      expect(JSON.stringify(news)).toContain('迟到')
      const told = (await story.evidence(id, 'ticket.escalated')).filter(({ person }) => person === 'zhou')
      expect(told.map(({ status }) => status).toSorted()).toEqual(['sent', 'superseded', 'superseded'])
      expect(tried, 'no storm').toBeLessThan(400)
      expect(alarms(story)).toEqual([])
      // Somebody who answers then finds everything as it should be.
      await teams.person('emma').say(rooms.bluebird, 'Leeds, too', { thread: said, mention: true })
      await story.later(3 * seconds)
      expect(story.of(rooms.engineers, 'Leeds, too').length).toBeGreaterThan(0)
    },
  )
})

describe('somebody whom Teams does not let the bot reach', () => {
  it.each([
    [403, 'ConversationBlockedByUser'],
    [403, 'BotNotInConversationRoster'],
    [404, 'ConversationNotFound'],
  ])(
    'T19 with %i %s is called by name in their own channel; it is not tried again, and administrators hear of it once',
    async (status, code) => {
      const story = await start()
      const { teams } = story
      const personal = teams.personal('li')
      const open = teams.fault(
        'send',
        { do: 'status', status, code },
        { when: ({ conversation }) => conversation === personal },
      )
      await story.reportsNow('zhao', rooms.huaxin, words)
      await story.later(5 * seconds)
      const called = () => story.of(rooms.engineers, '<at>李伟</at>')
      expect(called()).toHaveLength(1)
      expect(called()[0]?.thread, 'in the ticket’s own thread').toBe(
        story.of(rooms.engineers, words).find(({ thread }) => thread === undefined)?.id,
      )
      expect(await story.evidence('HX-1', 'ticket.dispatched')).toMatchObject([
        { person: 'li', status: 'sent' },
      ])
      const tried = () => story.writesTo(personal).filter((call) => call.status === status)
      expect(tried()).toHaveLength(1)
      expect(alarms(story)).toHaveLength(1)
      expect(JSON.stringify(alarms(story))).toContain('李伟')
      expect(story.problems.join()).toContain(code)

      await story.reportsNow('sun', rooms.huaxin, '二楼打印机也坏了')
      await story.later(5 * seconds)
      expect(called().length).toBeGreaterThan(1)
      expect(tried()).toHaveLength(1)
      expect(alarms(story)).toHaveLength(1)

      // A word of theirs is the way back.
      open()
      await teams.person('li').say(personal, '帮助')
      await story.later(3 * seconds)
      await story.reportsNow('zhao', rooms.huaxin, '四楼打印机坏了')
      expect(story.of(personal, '四楼打印机坏了')).toHaveLength(1)
      expect(teams.problems()).toEqual([])
    },
  )

  it('T19 because they took the app away, of which Teams tells, is not even tried', async () => {
    const story = await start()
    const { teams } = story
    const personal = teams.personal('li')
    await teams.uninstall({ person: 'li' })
    const before = story.writesTo(personal).length
    await story.reportsNow('zhao', rooms.huaxin, words)
    await story.later(5 * seconds)
    expect(story.of(rooms.engineers, '<at>李伟</at>')).toHaveLength(1)
    expect(story.writesTo(personal)).toHaveLength(before)
    expect(alarms(story)).toHaveLength(1)
    await teams.install({ person: 'li' })
    await story.reportsNow('zhao', rooms.huaxin, '四楼打印机坏了')
    expect(story.of(personal, '四楼打印机坏了')).toHaveLength(1)
  })

  it.each(['told of it', 'not told of it'])(
    'T19 where it is a customer’s channel that it was thrown out of, %s: they hear in private, administrators once',
    async (told) => {
      const story = await start()
      const { teams } = story
      await story.reportsNow('zhao', rooms.huaxin, words)
      const answer = { do: 'status', status: 403, code: 'BotNotInConversationRoster' } as const
      if (told === 'told of it') await teams.uninstall({ conversation: rooms.huaxin })
      else teams.fault('*', answer, { when: ({ conversation }) => conversation === rooms.huaxin })
      const before = story.writesTo(rooms.huaxin).length
      await story.bot.order(claim, li)
      await story.later(5 * seconds)
      expect(story.of(teams.personal('zhao'), '李伟').length).toBeGreaterThan(0)
      await story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.update', text: '第一步' } }], li)
      await story.later(60 * seconds)
      expect(story.of(teams.personal('zhao'), '第一步')).toHaveLength(1)
      expect(story.writesTo(rooms.huaxin)).toHaveLength(before + (told === 'told of it' ? 0 : 1))
      expect(alarms(story)).toHaveLength(1)
      expect(JSON.stringify(alarms(story))).toContain('华信制造')
    },
  )
})
