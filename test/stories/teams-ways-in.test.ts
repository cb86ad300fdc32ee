import { describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { eachEnds } from '../support/each-ends.ts'
import { some } from '../support/length.ts'
import { home, rooms, startTeamsStory, type TeamsStory } from '../support/teams-story.ts'

const start = eachEnds(startTeamsStory)

const zh = texts('zh-CN')
const words = '三楼打印机坏了'
const reporting = { [zh.flows.report.text]: words }

type Way = (story: TeamsStory) => Promise<unknown>
const ways: { readonly [name: string]: Way } = {
  'a mention in a channel': ({ teams }) => teams.person('zhao').say(rooms.huaxin, words, { mention: true }),
  'a word in the personal chat': ({ teams }) => teams.person('zhao').say(teams.personal('zhao'), words),
  '报障 with words in the personal chat': ({ teams }) =>
    teams.person('zhao').say(teams.personal('zhao'), `报障 ${words}`),
  'incident with words in a channel': ({ teams }) =>
    teams.person('zhao').say(rooms.huaxin, `incident ${words}`, { mention: true }),
  'the button of the guide that 报障 alone shows, and its form': async ({ teams, told }) => {
    const zhao = teams.person('zhao')
    await zhao.say(teams.personal('zhao'), '报障')
    const guide = await told('zhao', zh.flows.report.button)
    await zhao.press(guide, zh.flows.report.button)
    await zhao.fill(await told('zhao', zh.flows.report.text), reporting, zh.flows.form.send)
  },
  'Report this on an own message': async ({ teams }) => {
    const said = await teams.person('zhao').say(rooms.huaxin, words)
    await teams.person('zhao').reportThis(said)
  },
  'Report this by an engineer': async ({ teams }) => {
    const said = await teams.person('zhao').say(rooms.huaxin, words)
    await teams.person('li').reportThis(said)
  },
}

describe('a way in', () => {
  it.each(some(Object.entries(ways), 3))(
    'RS.1 by %s is one ticket, and its thread or conversation is the ticket’s',
    async (_, way) => {
      const story = await start()
      const { teams } = story
      await way(story)
      const card = await story.stands(rooms.engineers, 'HX-1')
      expect(await story.ticket('HX-1')).toMatchObject({ reporter: 'zhao', title: words })
      const places = [rooms.huaxin, teams.personal('zhao')]
      const receipt = await teams.until(() =>
        places
          .flatMap((at) => teams.messages(at))
          .find(({ by, card: drawn }) => by === undefined && JSON.stringify(drawn ?? {}).includes('HX-1')),
      )
      const zhao = teams.person('zhao')
      const thread = receipt.thread === undefined ? {} : { thread: receipt.thread, mention: true }
      await zhao.say(receipt.conversation, '现在二楼也坏了', thread)
      await story.recorded('HX-1', '现在二楼也坏了')
      await story.opens('li', card, zh.buttons.claim)
      await story.stands(receipt.conversation, '李伟')

      const types = (await story.events('HX-1')).map(({ type }) => type)
      expect(types.filter((type) => type === 'ticket.reported')).toHaveLength(1)
      expect(types).toContain('ticket.message_added')
      expect(await story.store.load(['HX-2'])).toEqual([])
      expect(teams.problems()).toEqual([])
      expect(story.problems).toEqual([])
    },
  )
})

describe('a message that was reported', () => {
  it('T43 RS.1 that is edited and deleted keeps its first words in the record, and says what counts', async () => {
    const story = await start()
    const { teams } = story
    const zhao = teams.person('zhao')
    const said = await zhao.say(rooms.huaxin, words, { mention: true })
    await story.stands(rooms.huaxin, 'HX-1', said.id)
    await zhao.edit(said, '三楼两台打印机坏了')
    await story.recorded('HX-1', '三楼两台打印机坏了')
    await zhao.erase(said)
    await story.recorded('HX-1', 'message_deleted')
    expect(JSON.stringify(await story.events('HX-1'))).toContain(words)
    expect(story.problems).toEqual([])
  })

  it('T01 T02 T03 delivered four times and at once is one ticket with one receipt', async () => {
    const story = await start()
    const { teams } = story
    const said = await teams.person('zhao').say(rooms.huaxin, words, { mention: true })
    const [delivery] = said.deliveries
    if (delivery === undefined) throw new Error('nothing was delivered')
    await teams.redeliver(delivery, { times: 3, parallel: true })
    await story.stands(rooms.huaxin, 'HX-1', said.id)
    await story.settled()
    const receipts = teams.thread(rooms.huaxin, said.id).filter(({ by }) => by === undefined)
    expect(receipts).toHaveLength(1)
    expect(await story.store.load(['HX-2'])).toEqual([])
  })
})

describe('somebody the bot does not know', () => {
  it('I9 T50 sees no data: a stranger in a linked channel, and a colleague in an unlinked one', async () => {
    const story = await start()
    const { teams } = story
    await story.reports('zhao', rooms.huaxin, words)
    teams.addPerson({ id: 'nobody', tenant: home })
    const chat = teams.addChat({ tenant: home, members: ['nobody', 'li'] })
    for (const [who, text] of [
      ['nobody', '进度 HX-1'],
      ['li', '队列'],
      ['li', '进度 HX-1'],
    ] as const) {
      const before = teams.messages(chat.id).length
      await teams.person(who).say(chat.id, text, { mention: true })
      await teams.until(() => teams.messages(chat.id).length > before + 1)
    }
    const personal = teams.personal('nobody')
    await teams.person('nobody').say(personal, 'HX-1')
    await teams.until(() => teams.messages(personal).find(({ by }) => by === undefined))
    const shown = JSON.stringify(
      [...teams.messages(chat.id), ...teams.messages(personal)].map((one) => one.card),
    )
    expect(shown).not.toContain(words)
    expect(await story.store.load(['HX-2'])).toEqual([])
  })

  it('T49 T50 a person of another customer in a channel is denied, whatever they ask', async () => {
    const story = await start()
    const { teams } = story
    const { said } = await story.reports('zhao', rooms.huaxin, words)
    await teams.join(rooms.huaxin, 'emma')
    await teams.person('emma').say(rooms.huaxin, 'status HX-1', { thread: said, mention: true })
    await teams.until(() => teams.thread(rooms.huaxin, said).length > 3)
    const answer = teams.thread(rooms.huaxin, said).findLast(({ by }) => by === undefined)
    expect(JSON.stringify(answer?.card)).not.toContain(words)
    expect(JSON.stringify(await story.events('HX-1'))).not.toContain('status HX-1')
  })
})
