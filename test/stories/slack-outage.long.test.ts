import { afterEach, describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { home, type SlackStory, startSlackStory } from '../support/slack-story.ts'
import { turnedClock } from '../support/turned-clock.ts'

const room = 'C0HUAXIN'
const engineers = 'C0ENG'
const zh = texts('zh-CN')
const words = '三楼打印机坏了'
const urgent = 'Our VPN has been down for the whole office since nine'
const seconds = 1_000
const minutes = 60 * seconds

let clock = turnedClock(0)
const now = () => clock.now()
let story: SlackStory
const start = async (): Promise<void> => {
  clock = turnedClock(Date.UTC(2026, 10, 2, 2))
  story = await startSlackStory('socket', { now, paced: true, options: { now, rules: { posts: false } } })
}
afterEach(() => story.end())

const later = (ms: number): Promise<void> => clock.later(story, ms)
const passes = (ms: number): Promise<void> => clock.passes(story, ms)
/** Somebody reports by mention, and all that follows at once goes out in three turns. */
const reports = async (user: string, channel: string, text: string) => {
  const { slack } = story
  const { ts } = await slack.person(user).say(channel, `<@${slack.bot(home)}> ${text}`)
  await later(3 * seconds)
  const receipt = await slack.until(() => slack.thread(channel, ts)[1], `a receipt for ${text}`)
  const id = /[A-Z]{2}-\d+/.exec(JSON.stringify(receipt))?.[0] ?? ''
  return { id, ts, receipt, card: await story.stands(engineers, id) }
}
const told = (item: string) => story.store.as({ person: 'chen', side: 'supplier', org: 'yunheng' }).told(item)
const direct = (user: string) => story.slack.messages(story.slack.person(user).dm(home))
const said = (user: string, what: string) => direct(user).filter((one) => JSON.stringify(one).includes(what))

describe('a channel that Slack asks to leave alone', () => {
  it('T07 waits as long as it was asked to and loses nothing, while an alarm elsewhere goes through at once', async () => {
    await start()
    const { slack } = story
    const { ts, card } = await reports('U0ZHAO', room, words)
    await slack.person('U0LI').press({ channel: engineers, ts: card.ts }, zh.buttons.claim)
    await later(10 * seconds)
    const li = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' } as const
    const before = slack.thread(room, ts).length
    slack.fault(
      'chat.postMessage',
      { do: 'limit', retryAfter: 30 },
      { times: 1, when: ({ channel }) => channel === room },
    )
    for (const text of ['第一步', '第二步', '第三步'])
      await story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.update', text } }], li)
    await story.settled()
    const limitedAt = now()
    expect(slack.calls('chat.postMessage').some(({ status }) => status === 429)).toBe(true)

    const alarm = await reports('U0EMMA', 'C0BLUE', urgent)
    expect(await story.ticket(alarm.id)).toMatchObject({ priority: 'P1' })
    await story.bot.sweep.soon()
    await later(limitedAt + 29 * seconds - now())
    expect(said('U0CHEN', alarm.id).length).toBeGreaterThan(0)
    expect(slack.thread(room, ts)).toHaveLength(before)
    await later(7 * seconds)
    const steps = slack
      .thread(room, ts)
      .slice(before)
      .map((one) => /第.步/.exec(JSON.stringify(one))?.[0])
    expect(steps).toEqual(['第一步', '第二步', '第三步'])
  })
})

describe('an outage of Slack’s API across several steps of the ladder', () => {
  it('T08 ends with each manager told the highest step once, though the log and the evidence have all', async () => {
    await start()
    const { slack } = story
    const { id, ts } = await reports('U0EMMA', 'C0BLUE', urgent)
    await passes(16 * minutes)
    const before = direct('U0ZHOU').length
    const back = slack.fault('*', { do: 'cut' })
    await passes(16 * minutes)
    expect(direct('U0ZHOU')).toHaveLength(before)
    back()
    await later(70 * seconds)

    const rungs = (await story.events(id)).flatMap((event) =>
      event.type === 'ticket.escalated' && event.target === 'response' ? [event.rung] : [],
    )
    expect(rungs).toEqual(expect.arrayContaining(['H1', 'H2', 'H3']))
    const news = direct('U0ZHOU').slice(before)
    expect(news).toHaveLength(1)
    expect(JSON.stringify(news)).toContain('高层领导')
    const evidence = (await told(id)).filter(
      ({ person, about }) => person === 'zhou' && about === 'ticket.escalated',
    )
    expect(evidence.map(({ status }) => status).toSorted()).toEqual(['sent', 'superseded', 'superseded'])
    expect((await told(id)).filter(({ status }) => status === 'failed')).toEqual([])
    // Somebody who answers then finds everything as it should be.
    await slack.person('U0EMMA').say('C0BLUE', 'Leeds, too', { thread: ts })
    await later(3 * seconds)
    await story.stands(engineers, 'Leeds, too')
  })
})

const page = '<!doctype html><title>We will be back soon</title>'
const troubles = {
  'ends every call': [{ do: 'cut' }, /not reached at 127\.0\.0\.1:\d+ \(\w+\)/],
  'lets somebody else answer': [
    { do: 'status', status: 200, body: page },
    /not reached at 127\.0\.0\.1:\d+ \(somebody else/,
  ],
  'took the tokens back': [
    { do: 'error', error: 'token_revoked' },
    /Slack refuses: token_revoked\. .*Install the app/,
  ],
} as const

describe('the log while Slack', () => {
  it.each(Object.entries(troubles))('%s has few lines, and says what it is', async (_, [fault, what]) => {
    await start()
    const { slack } = story
    for (const [user, channel] of [
      ['U0ZHAO', room],
      ['U0EMMA', 'C0BLUE'],
    ] as const)
      await reports(user, channel, urgent)
    const { length } = story.problems
    const lines = () => story.problems.slice(length)
    const back = slack.fault('*', fault)
    slack.sockets.cut()
    const li = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' } as const
    for (const text of ['第一步', '第二步', '第三步', '第四步'])
      await story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.update', text } }], li)
    await later(60 * seconds)
    expect(lines().length, lines().join('')).toBeLessThanOrEqual(8)
    await passes(6 * minutes)
    expect(lines().length, lines().join('')).toBeLessThanOrEqual(24)
    expect(lines().join('')).toMatch(what)
    expect(lines().join('')).not.toContain(page)
    back()
    if (fault.do === 'error') return
    await later(2 * minutes)
    const updates = (await told('HX-1')).filter(({ about }) => about === 'ticket.progress_reported')
    expect(updates.length, 'nothing is given up for it').toBeGreaterThan(0)
    expect(updates.filter(({ status }) => status !== 'sent' && status !== 'superseded')).toEqual([])
  })
})

describe('somebody whom Slack does not let the bot reach', () => {
  it.each(['account_inactive', 'user_disabled', 'channel_not_found', 'cannot_dm_bot'])(
    'T19 M2.3 is replaced by the next of the role when it is %s: who was told says both, the operator what to do',
    async (error) => {
      await start()
      const { slack } = story
      const dm = slack.person('U0LI').dm()
      slack.fault('chat.postMessage', { do: 'error', error }, { when: ({ channel }) => channel === dm })
      await reports('U0ZHAO', room, words)
      await later(5 * seconds)
      const evidence = (await told('HX-1')).filter(({ about }) => about === 'ticket.dispatched')
      expect(evidence).toMatchObject([
        { person: 'li', status: 'failed', why: expect.stringContaining(error) },
        { status: 'sent', side: 'supplier' },
      ])
      expect(story.problems.join()).toMatch(new RegExp(`Slack refuses( to post)?: ${error}\\. `))
    },
  )

  it('T19 who left the workspace is replaced, too', async () => {
    await start()
    await story.slack.leave('U0LI')
    await reports('U0ZHAO', room, words)
    await later(5 * seconds)
    const evidence = (await told('HX-1')).filter(({ about }) => about === 'ticket.dispatched')
    expect(evidence).toMatchObject([{ person: 'li', status: 'failed' }, { status: 'sent' }])
    const instead = { wang: 'U0WANG', chen: 'U0CHEN', zhou: 'U0ZHOU' }[evidence[1]?.person ?? '']
    expect(said(instead ?? '', 'HX-1').length).toBeGreaterThan(0)
  })

  it.each(['told of it', 'not told of it'])(
    'T19 a channel that the bot was removed from, %s: the customer hears in private, administrators once what to do',
    async (how) => {
      await start()
      const { slack } = story
      const { card } = await reports('U0ZHAO', room, words)
      const { events = [] } = slack.app
      if (how !== 'told of it')
        Object.assign(slack.app, { events: events.filter((one) => !one.endsWith('_left')) })
      await slack.remove(room, slack.bot(home))
      await later(5 * seconds)
      const alarms = () => said('U0CHEN', zh.app.outOfReach.title)
      if (how === 'told of it') expect(alarms()).toHaveLength(1)
      await slack.person('U0LI').press({ channel: engineers, ts: card.ts }, zh.buttons.claim)
      await later(5 * seconds)
      expect(said('U0ZHAO', '李伟').length).toBeGreaterThan(0)
      expect(story.problems.join()).toMatch(/Slack refuses to post: \w+\. .*[Ii]nvite/)
      const li = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' } as const
      await story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.update', text: '第一步' } }], li)
      await later(60 * seconds)
      expect(alarms()).toHaveLength(1)
      expect(JSON.stringify(alarms())).toContain('华信制造')
    },
  )
})

describe('a level that nobody holds', () => {
  it('T20 is skipped up at once, and the project manager hears of the gap', async () => {
    await start()
    await story.organise(['[department_manager, service_director, executive]', '[executive]'])
    const { id } = await reports('U0EMMA', 'C0BLUE', urgent)
    await passes(20 * minutes)
    const gaps = (await story.events(id)).flatMap((event) => ('emptyRoles' in event ? event.emptyRoles : []))
    expect(gaps).toContainEqual({ side: 'supplier', role: 'department_manager' })
    for (const user of ['U0ZHOU', 'U0CHEN']) expect(said(user, id).length, user).toBeGreaterThan(0)
  })
})

describe('an escalation to many people', () => {
  it('T22 reaches each of them once, and a report meanwhile is not held up', async () => {
    await start()
    const { slack } = story
    const many = Array.from({ length: 40 }, (_, index) => `U0MANY${index}`)
    for (const id of many) slack.addUser({ id, team: home })
    const people = many.map(
      (id) =>
        `  ${id.toLowerCase()}:\n    name: ${id}\n    organisation: huaxin\n    roles: [it_manager, executive]\n    accounts: [{ platform: slack, team: T0YUNHENG, user: ${id} }]\n`,
    )
    await story.organise([/\nchannels:/, `${people.join('')}\nchannels:`])
    const { receipt } = await reports('U0ZHAO', room, words)
    await later(5 * seconds)
    await story.fills('U0ZHAO', { channel: room, ts: receipt.ts }, zh.buttons.escalate, {
      [zh.flows.escalate.reason]: '明天要审计',
    })
    await reports('U0EMMA', 'C0BLUE', urgent)
    await later(5 * seconds)
    const counts = many.map((user) => said(user, '明天要审计').length)
    expect(counts).toEqual(many.map(() => 1))
  })
})
