import { describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { eachEnds } from '../support/each-ends.ts'
import { home, type SlackStory, startSlackStory } from '../support/slack-story.ts'

const start = eachEnds(startSlackStory)

const room = 'C0HUAXIN'
const engineers = 'C0ENG'
const zh = texts('zh-CN')
const words = '三楼打印机坏了'

/** Everything that stands where the customer reads. */
const customerSees = ({ slack }: SlackStory) => [
  ...slack.messages(room),
  ...slack.messages(slack.person('U0ZHAO').dm()),
]

type Way = (story: SlackStory) => Promise<unknown>
const form = async ({ slack }: SlackStory): Promise<void> => {
  const zhao = slack.person('U0ZHAO')
  await slack.until(() => zhao.modal(), 'the form of a report')
  expect(zhao.modal()?.title).toMatchObject({ text: zh.flows.report.title })
  await zhao.submit({ [zh.flows.report.text]: words })
}
const ways: { readonly [name: string]: Way } = {
  'a mention in a channel': ({ slack }) => slack.person('U0ZHAO').say(room, `<@${slack.bot(home)}> ${words}`),
  'a direct message': ({ slack }) => slack.person('U0ZHAO').say(slack.person('U0ZHAO').dm(), words),
  '/报障 with words in a channel': ({ slack }) => slack.person('U0ZHAO').command(room, '/报障', words),
  '/incident with words in a direct conversation': ({ slack }) =>
    slack.person('U0ZHAO').command(slack.person('U0ZHAO').dm(), '/incident', words),
  'the form of /incident in a channel': async (story) => {
    await story.slack.person('U0ZHAO').command(room, '/incident')
    await form(story)
  },
  'the form of /报障 in a direct conversation': async (story) => {
    await story.slack.person('U0ZHAO').command(story.slack.person('U0ZHAO').dm(), '/报障')
    await form(story)
  },
  'the shortcut from anywhere': async (story) => {
    await story.slack.person('U0ZHAO').shortcut('report')
    await form(story)
  },
  'Report this on an own message': async ({ slack }) => {
    const { ts } = await slack.person('U0ZHAO').say(room, words)
    await slack.person('U0ZHAO').messageShortcut(room, ts, 'report_this')
  },
  'Report this by an engineer': async ({ slack }) => {
    const { ts } = await slack.person('U0ZHAO').say(room, words)
    await slack.person('U0LI').messageShortcut(room, ts, 'report_this')
  },
  'a 🎫 by a colleague': async ({ slack }) => {
    const { ts } = await slack.person('U0ZHAO').say(room, words)
    await slack.person('U0SUN').react(room, ts, 'ticket')
  },
}

describe('a way in', () => {
  it.each(
    Object.entries(ways).map(([name, way], index) => [name, index % 2 ? 'http' : 'socket', way] as const),
  )('RS.1 by %s, over %s, is one ticket, and its thread is the conversation', async (_, transport, way) => {
    const story = await start(transport)
    const { slack } = story
    await way(story)
    const receipt = await slack.until(() =>
      customerSees(story).find((one) => JSON.stringify(one).includes('HX-1')),
    )
    expect(await story.ticket('HX-1')).toMatchObject({ reporter: 'zhao', title: words })
    const root = receipt.thread_ts ?? receipt.ts
    const channel = slack.messages(room).some(({ ts }) => ts === root) ? room : slack.person('U0ZHAO').dm()
    const card = await story.stands(engineers, 'HX-1')

    await slack.person('U0ZHAO').say(channel, '现在二楼也坏了', { thread: root })
    await story.stands(engineers, '现在二楼也坏了', card.ts)
    await slack.person('U0LI').press({ channel: engineers, ts: card.ts }, zh.buttons.claim)
    await story.stands(channel, '李伟', root)

    const types = (await story.events('HX-1')).map(({ type }) => type)
    expect(types.filter((type) => type === 'ticket.reported')).toHaveLength(1)
    expect(types).toContain('ticket.message_added')
    expect(await story.store.load(['HX-2'])).toEqual([])
    expect(story.problems).toEqual([])
  })
})

describe('a 🎫 on a message', () => {
  it('is one ticket, however many put it there and by whichever name', async () => {
    const story = await start('socket')
    const { slack } = story
    const { ts } = await slack.person('U0ZHAO').say(room, words)
    await Promise.all(['U0SUN', 'U0ZHAO', 'U0LI'].map((user) => slack.person(user).react(room, ts, 'ticket')))
    const receipt = await story.stands(room, 'HX-', ts)
    // Who loses the race has taken a number all the same.
    const [id = ''] = /HX-\d+/.exec(JSON.stringify(receipt)) ?? []
    await slack.person('U0CHEN').react(room, ts, 'admission_tickets')
    await slack.person('U0CHEN').messageShortcut(room, ts, 'report_this')
    await story.told('U0CHEN', zh.app.belongsTo(id))
    expect((await story.events(id)).filter(({ type }) => type === 'ticket.reported')).toHaveLength(1)
    expect(await story.store.load(['HX-1', 'HX-2', 'HX-3', 'HX-4', 'HX-5'])).toHaveLength(1)
  })

  it('I9 by somebody the bot does not know, or of another customer, is nothing', async () => {
    const story = await start('http')
    const { slack } = story
    slack.addUser({ id: 'U0NOBODY', team: home })
    await slack.join(room, 'U0NOBODY')
    await slack.join(room, 'U0EMMA')
    const { ts } = await slack.person('U0ZHAO').say(room, words)
    for (const user of ['U0NOBODY', 'U0EMMA']) {
      await slack.person(user).react(room, ts, 'ticket')
      await slack.until(() => slack.ephemerals(user).at(-1), `an answer to ${user}`)
    }
    expect(await story.store.load(['HX-1', 'BB-1'])).toEqual([])
    expect(slack.thread(room, ts)).toHaveLength(1)
  })
})

describe('/accord', () => {
  it('and whatever else is typed fills in the form that its answer’s button opens', async () => {
    const story = await start('socket')
    const { slack } = story
    await story.reports('U0ZHAO', room, words)
    const li = slack.person('U0LI')
    await li.say(li.dm(), '转派 HX-1：我下班了')
    const card = await slack.until(
      () => slack.messages(li.dm()).find((one) => JSON.stringify(one).includes(zh.app.openForm)),
      'a button',
    )
    await li.press({ channel: li.dm(), ts: card.ts }, zh.app.openForm)
    const form = await slack.until(() => li.modal(), 'the form')
    expect(JSON.stringify(form)).toContain('我下班了')
  })

  it('leaves no button of an answer that was pressed: what came of it stands in its place', async () => {
    const story = await start('socket')
    const { slack } = story
    await story.reports('U0ZHAO', room, words)
    await slack.person('U0LI').command(engineers, '/运维', '状态 HX-1')
    const shown = await slack.until(() => slack.ephemerals('U0LI').at(-1), 'the ticket')
    expect(JSON.stringify(shown.blocks)).toContain(zh.buttons.claim)
    await slack.person('U0LI').press({ channel: engineers, ts: shown.ts }, zh.buttons.claim)
    const done = zh.flows.claim.done('HX-1')
    const after = await slack.until(
      () => slack.ephemerals('U0LI').find((one) => JSON.stringify(one).includes(done)),
      'what came of it',
    )
    expect(slack.ephemerals('U0LI')).toEqual([after])
  })

  it('answers the asker alone, whatever they ask', async () => {
    const story = await start('socket')
    const { slack } = story
    await story.reports('U0ZHAO', room, words)
    const stood = slack.messages(room).length
    const ask = async (user: string, command: string, text: string) => {
      const before = slack.ephemerals(user).length
      await slack.person(user).command(room, command, text)
      return JSON.stringify(await slack.until(() => slack.ephemerals(user)[before], `${command} ${text}`))
    }
    expect(await ask('U0WANG', '/accord', 'help')).toContain(texts('en').flows.help.queue)
    expect(await ask('U0WANG', '/accord', 'help claim')).toContain(texts('en').flows.help.claim)
    expect(await ask('U0LI', '/运维', '')).toContain(zh.flows.help.queue)
    expect(await ask('U0LI', '/运维', '队列')).toContain('HX-1')
    expect(await ask('U0WANG', '/accord', 'queue')).toContain('HX-1')
    expect(await ask('U0ZHAO', '/accord', 'tickets')).toContain(words)
    expect(await ask('U0ZHAO', '/运维', '值班')).toContain('李伟')
    expect(await ask('U0ZHAO', '/incident', 'HX-1')).toContain(words)
    expect(await ask('U0ZHAO', '/accord', 'queue')).toContain(zh.app.notForYou)
    await ask('U0ZHAO', '/accord', 'language en')
    await ask('U0ZHAO', '/accord', 'tickets')
    expect(slack.messages(room)).toHaveLength(stood)
    expect(slack.ephemerals('U0SUN')).toEqual([])
    expect(await story.store.load(['HX-2'])).toEqual([])
    expect(story.problems).toEqual([])
  })

  it('speaks the language somebody chose with it from then on', async () => {
    const story = await start('http')
    const { slack } = story
    await slack.person('U0ZHAO').command(room, '/accord', 'language')
    const asked = await story.told('U0ZHAO', zh.flows.preferLanguage.english)
    await slack.person('U0ZHAO').press({ channel: room, ts: asked.ts }, zh.flows.preferLanguage.english)
    await story.told('U0ZHAO', texts('en').flows.preferLanguage.done)
    await slack.person('U0ZHAO').command(room, '/accord', 'help')
    await story.told('U0ZHAO', texts('en').flows.help.report)
  })
})

describe('what follows in the thread', () => {
  it('T43 joins the record: words, edits and deletions, each before the engineers', async () => {
    const story = await start('socket')
    const { slack } = story
    const zhao = slack.person('U0ZHAO')
    const { ts, card } = await story.reports('U0ZHAO', room, words)
    const said = await zhao.say(room, '备用的也坏了', { thread: ts })
    await story.stands(engineers, '备用的也坏了', card.ts)
    await zhao.edit(room, said.ts, '备用的卡纸了')
    await story.stands(engineers, '备用的卡纸了', card.ts)
    const before = slack.thread(engineers, card.ts).length
    await zhao.remove(room, said.ts)
    await slack.until(() => slack.thread(engineers, card.ts).length > before)
    await zhao.edit(room, ts, `<@${slack.bot(home)}> 四楼打印机坏了`)
    await story.stands(engineers, '四楼打印机坏了', card.ts)
    const events = await story.events('HX-1')
    const types = events.map(({ type }) => type)
    expect(types).toEqual(
      expect.arrayContaining(['ticket.message_added', 'ticket.message_edited', 'ticket.message_deleted']),
    )
    expect(JSON.stringify(events)).toContain(words)
  })

  it('keeps files by reference and shows the engineers Slack’s own link', async () => {
    const story = await start('http')
    const { slack } = story
    const zhao = slack.person('U0ZHAO')
    const { ts } = await zhao.say(room, `<@${slack.bot(home)}> 看截图`, { files: [{ name: '报错.png' }] })
    const card = await story.stands(engineers, 'HX-1')
    await zhao.say(room, '还有日志', { thread: ts, files: [{ name: 'app.log', checkInfo: true }] })
    const log = await story.stands(engineers, 'app.log', card.ts)
    const [report] = (await story.ticket('HX-1')).files ?? []
    expect(report).toMatchObject({ name: '报错.png', link: expect.stringContaining('.slack.com/files/') })
    const shown = JSON.stringify([card, ...slack.thread(engineers, card.ts)])
    expect(shown).toContain(report?.link)
    expect(JSON.stringify(log)).toContain('.slack.com/files/')
    expect(slack.calls('file')).toEqual([])
  })
})
