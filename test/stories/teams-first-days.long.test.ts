import { describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { eachEnds } from '../support/each-ends.ts'
import { home, rooms, startTeamsStory, type TeamsStory } from '../support/teams-story.ts'

const start = eachEnds(startTeamsStory)

const zh = texts('zh-CN')
const en = texts('en')
const words = '三楼打印机坏了'

const ofBot = ({ teams }: TeamsStory, at: string) => teams.messages(at).filter(({ by }) => by === undefined)

/** Somebody says something, and what the bot answers there. */
const answers = async (story: TeamsStory, who: string, at: string, text: string, thread?: string) => {
  const before = ofBot(story, at).length
  const channel = at.startsWith('19:') ? { mention: true } : {}
  const said = { ...channel, ...(thread === undefined ? {} : { thread }) }
  await story.teams.person(who).say(at, text, said)
  await story.teams.until(() => ofBot(story, at).length > before, `an answer to ${text}`)
  await story.settled()
  return ofBot(story, at).slice(before)
}

describe('a conversation that nobody linked', () => {
  it.each(['channel', 'chat'] as const)(
    'T50 X2 is linked from a %s by its form, which stands there',
    async (kind) => {
      const story = await start()
      const { teams, stands } = story
      const members = ['chen', 'sun', 'zhao']
      const { id: at } =
        kind === 'chat'
          ? teams.addChat({ tenant: home, members })
          : teams.addTeam({ tenant: home, name: 'New', members })
      await teams.install({ conversation: at, by: 'chen' })
      const chen = teams.person('chen')
      await chen.say(at, '关联', { mention: true })
      const card = await stands(at, zh.app.openForm)
      await chen.press(card, zh.app.openForm)
      expect(chen.view(card).own).toBe(true)
      expect(teams.person('zhao').view(card).fields).toEqual({})

      // It is left, and opened again from there.
      await chen.press(card, zh.frame.cancel)
      expect(chen.view(card)).toMatchObject({ fields: {}, buttons: [zh.app.openForm] })
      expect(chen.view(card).words).toContain(zh.teams.left)
      await chen.press(card, zh.app.openForm)
      await chen.fill(card, { [zh.link.form.org]: 'huaxin' }, zh.flows.form.send)
      expect(chen.view(card).words).toContain(zh.link.asked('华信制造'))
      expect(chen.view(card).fields).toEqual({})

      const question = await stands(at, zh.link.question.title)
      await teams.person('sun').press(question, zh.link.question.confirm)
      await stands(at, zh.link.news.linked('华信制造', '云衡运维'))
      await teams.until(
        () => teams.person('zhao').view(question).buttons.length === 0,
        'a question without its buttons',
      )
      expect(teams.person('zhao').view(question).words).toContain(zh.link.question.settled)
      await teams.person('zhao').say(at, words, { mention: true })
      await stands(at, 'HX-1')
      expect(teams.problems()).toEqual([])
    },
  )
})

describe('a welcome', () => {
  it('in a room is for everybody there and in its language, whoever brought the bot', async () => {
    const story = await start({ installed: false })
    const { teams } = story
    const welcomed = async (room: string): Promise<string> => {
      await teams.install({ conversation: room, by: 'li' })
      return JSON.stringify((await story.stands(room, 'AdaptiveCard')).card)
    }
    const [bluebird, huaxin] = [await welcomed(rooms.bluebird), await welcomed(rooms.huaxin)]
    expect(bluebird).toContain(en.flows.welcome.customer)
    expect(bluebird).toContain(en.link.news.linked('Bluebird Books', '云衡运维'))
    expect(huaxin).toContain(zh.flows.welcome.customer)
    expect(bluebird + huaxin).not.toContain('"queue"')
    expect(await welcomed(rooms.engineers)).toContain(zh.link.news.ownRoom('云衡运维'))
  })

  it('in a room says what it is, not whom it does not know, when somebody from outside brings the bot', async () => {
    const story = await start({ installed: false })
    const { teams } = story
    teams.addPerson({ tenant: home, id: 'eve', name: 'Eve', aad: '00000000-0000-4000-8000-0000000000ee' })
    await teams.install({ conversation: rooms.huaxin, by: 'eve' })
    const card = JSON.stringify((await story.stands(rooms.huaxin, 'AdaptiveCard')).card)
    expect(card).toContain(zh.flows.welcome.customer)
    for (const language of [zh, en]) expect(card).not.toContain(language.app.unknownPerson.slice(0, 10))
    await story.settled()
    expect(teams.messages(rooms.huaxin)).toHaveLength(1)
  })

  it('in private says three things to type', async () => {
    const story = await start({ installed: false })
    const { teams } = story
    for (const person of ['zhao', 'wang']) await teams.install({ person })
    const told = (person: string) => story.told(person, 'AdaptiveCard')
    const customer = teams.person('zhao').view(await told('zhao')).words
    for (const typed of [zh.flows.report.example, '我的事件', '帮助']) expect(customer).toContain(typed)
    const engineer = teams.person('wang').view(await told('wang')).words
    for (const typed of ['queue', 'tickets', 'help']) expect(engineer).toContain(typed)
  })
})

describe('a button whose answer is a message of its own', () => {
  it('says where that stands', async () => {
    const story = await start()
    const { teams } = story
    const zhao = teams.person('zhao')
    const at = teams.personal('zhao')
    const [guide] = await answers(story, 'zhao', at, '你好')
    if (guide === undefined) throw new Error('no guide')
    await zhao.press(guide, zh.flows.report.button)
    expect(zhao.toasts()).toEqual([zh.teams.below])
    const form = await story.told('zhao', zh.flows.report.text)
    await zhao.fill(form, { [zh.flows.report.text]: words }, zh.flows.form.send)
    expect(zhao.view(form).words).toContain(zh.teams.reported)
    await story.told('zhao', 'HX-1')
  })

  it('that became words leads back to its ticket', async () => {
    const story = await start()
    const { teams } = story
    await story.reports('zhao', rooms.huaxin, words)
    await story.settled()
    const li = teams.person('li')
    const [card] = await answers(story, 'li', teams.personal('li'), '转派 HX-1')
    if (card === undefined) throw new Error('no form')
    await li.press(card, zh.app.openForm)
    const form = await story.told('li', zh.flows.reassign.to)
    const filled = { [zh.flows.reassign.to]: 'wang', [zh.flows.form.reason]: '下班' }
    await li.fill(form, filled, zh.flows.form.send)
    expect(li.view(form).words).toContain(zh.flows.reassign.done('HX-1', '王芳'))
    await li.press(form, zh.buttons.status)
    expect(li.view(form).words).toContain('王芳')
    expect(li.view(form).buttons).toContain(zh.buttons.history)
  })

  it('RS.1 of a message that was reported tells that it was', async () => {
    const story = await start()
    const { teams } = story
    const said = await teams.person('emma').say(rooms.bluebird, 'Tills are slow')
    await teams.person('emma').reportThis(said)
    expect(teams.person('emma').toasts()).toEqual([en.teams.reported])
  })
})

describe('words in a ticket’s thread that mention the bot', () => {
  it('RS.7 RS.C1b are answered: where they went, what they wait for, how it goes on', async () => {
    const story = await start()
    const { teams } = story
    const { said, receipt } = await story.reports('zhao', rooms.huaxin, words)
    const card = await story.stands(rooms.engineers, 'HX-1')
    const says = (text: string) => answers(story, 'zhao', rooms.huaxin, text, said)
    const view = (message: Awaited<ReturnType<typeof says>>[number] | undefined) =>
      teams.person('zhao').view(message ?? receipt)
    expect(view((await says('二楼也不行'))[0]).words).toContain(zh.app.noted('HX-1'))

    await story.opens('li', card, zh.buttons.claim)
    await story.opens('li', card, zh.buttons.resolve)
    await teams.person('li').fill(card, { [zh.flows.resolve.description]: '换了硒鼓' }, zh.flows.form.send)
    await story.settled()
    const verdict = [zh.buttons.confirm_solution, zh.buttons.reject_solution]
    expect(view((await says('谢谢'))[0]).buttons).toEqual(verdict)
    expect(JSON.stringify(await story.events('HX-1'))).not.toContain('谢谢')
    const [asks] = await says('好像解决了')
    expect(view(asks).words).toContain(zh.app.addedIsItSolved('HX-1'))
    expect(view(asks).buttons).toEqual(verdict)
    await teams.person('zhao').press(asks ?? receipt, zh.buttons.confirm_solution)
    await story.opens('chen', await story.told('chen', zh.buttons.close), zh.buttons.close)
    await story.stands(rooms.huaxin, '双方均已同意')

    const [again] = await says('又坏了')
    for (const part of zh.asked.again('HX-1', '@').split('@')) expect(view(again).words).toContain(part)
    expect(view(again).buttons).toEqual([zh.buttons.reopen, zh.flows.report.button])
    // The engineer hears of it, and is offered nothing that cannot be done.
    const heard = ofBot(story, teams.personal('li')).filter((one) => JSON.stringify(one).includes('又坏了'))
    expect(heard.map((one) => teams.person('li').view(one).buttons)).toEqual([[]])
    expect(teams.problems()).toEqual([])
    expect(story.problems).toEqual([])
  })
})

describe('a question to the customer', () => {
  it('M2.C1 in a channel says that an answer there has to mention the bot, in a chat of their own it does not', async () => {
    const story = await start()
    const { teams } = story
    const asks = async (ticket: string, room: string) => {
      const card = await story.stands(rooms.engineers, ticket)
      await story.opens('li', card, zh.buttons.claim)
      await story.opens('li', card, zh.buttons.ask)
      const filled = { [zh.flows.ask.text]: '哪个型号？', [zh.flows.ask.of]: 'zhao' }
      await teams.person('li').fill(card, filled, zh.flows.form.send)
      return teams.person('zhao').view(await story.stands(room, '等待答复期间')).words
    }
    await story.reports('zhao', rooms.huaxin, words)
    expect(await asks('HX-1', rooms.huaxin)).toContain(zh.notices.customer.askCalled)
    await teams.person('zhao').say(teams.personal('zhao'), '报障 邮件收不到了')
    expect(await asks('HX-2', teams.personal('zhao'))).toContain(zh.notices.customer.ask)
  })
})

describe('whom to talk to at a customer', () => {
  it('is told by name, without what names nobody', async () => {
    const story = await start()
    await story.reports('zhao', rooms.huaxin, words)
    await story.settled()
    const [contacts] = await answers(story, 'chen', story.teams.personal('chen'), '联系人 HX-1')
    expect(JSON.stringify(contacts)).toContain('赵敏')
    expect(JSON.stringify(contacts?.card)).not.toContain('00000000')
  })
})

describe('the name of a language', () => {
  it('alone changes it, and is no report', async () => {
    const story = await start()
    const at = story.teams.personal('zhao')
    const [one] = await answers(story, 'zhao', at, 'English')
    expect(JSON.stringify(one)).toContain(en.flows.preferLanguage.done)
    const [other] = await answers(story, 'zhao', at, '中文')
    expect(JSON.stringify(other)).toContain(zh.flows.preferLanguage.done)
    expect(await story.store.load(['HX-1'])).toEqual([])
  })
})
