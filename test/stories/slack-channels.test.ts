import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import type { Message } from '../support/slack/world/records.ts'
import { home, type SlackStory, startSlackStory } from '../support/slack-story.ts'

const en = texts('en')
const zh = texts('zh-CN')
const engineers = 'C0ENG'
const room = 'C0BLUE'
const report = 'Our VPN has been down for the whole office since nine'

let story: SlackStory
let turn = 0
beforeEach(async () => {
  turn += 1
  story = await startSlackStory(turn % 2 ? 'socket' : 'http')
})
afterEach(() => story.end())

const person = (id: string) => story.slack.person(id)
const mention = (words: string) => `<@${story.slack.bot(home)}> ${words}`
/** The words of what the bot says, without ids that differ from message to message. */
const wordsOf = ({ text, blocks = [] }: Message): string =>
  JSON.stringify([text, blocks.map(({ block_id: _, ...block }) => block)])
/** What the bot answers in the thread of a mention. */
const answered = async (user: string, channel: string, words: string): Promise<string> => {
  const { ts } = await person(user).say(channel, mention(words))
  return wordsOf(await story.slack.until(() => story.slack.thread(channel, ts)[1], `an answer to ${words}`))
}
const privately = async (user: string, act: () => Promise<unknown>): Promise<string> => {
  const before = story.slack.ephemerals(user).length
  await act()
  return wordsOf(await story.slack.until(() => story.slack.ephemerals(user)[before], `an answer to ${user}`))
}

describe('a channel the bot does not know', () => {
  it('T50 shows no data, whoever asks and whatever they ask', async () => {
    const { slack } = story
    await story.reports('U0ZHAO', 'C0HUAXIN', '华信的秘密打印机坏了')
    slack.addChannel({
      id: 'C0MIXED',
      team: home,
      sharedWith: ['T0BLUE'],
      members: ['U0ZHAO', 'U0EMMA', 'U0LI', 'U0CHEN'],
    })
    for (const user of ['U0ZHAO', 'U0EMMA', 'U0LI', 'U0CHEN'])
      for (const words of ['HX-1', 'history HX-1', 'queue', 'tickets', 'the printer is down'])
        await answered(user, 'C0MIXED', words)
    expect(JSON.stringify(slack.messages('C0MIXED').filter(({ bot_id }) => bot_id))).not.toMatch(/HX-|秘密/)
    expect(await story.store.load(['HX-2', 'BB-1'])).toEqual([])
  })

  it('is bound by /accord link of the supplier’s administrator, with the customer’s consent', async () => {
    const { slack } = story
    slack.addChannel({
      id: 'C0NEW',
      team: home,
      sharedWith: ['T0BLUE'],
      members: ['U0EMMA', 'U0OLIVER', 'U0LI', 'U0CHEN'],
    })
    const asks = (user: string) => privately(user, () => person(user).command('C0NEW', '/accord', 'link BB'))
    expect(await asks('U0LI')).not.toContain('Bluebird Books')
    expect(slack.messages('C0NEW')).toEqual([])
    expect(await asks('U0CHEN')).toContain(zh.link.asked('Bluebird Books'))
    const question = await story.stands('C0NEW', en.link.question.title)
    const confirms = (user: string) =>
      privately(user, () =>
        person(user).press({ channel: 'C0NEW', ts: question.ts }, en.link.question.confirm),
      )
    for (const user of ['U0EMMA', 'U0CHEN'])
      expect(await confirms(user)).toContain(
        texts(user === 'U0EMMA' ? 'en' : 'zh-CN').link.refusals.link_contacts_only('Bluebird Books'),
      )
    expect(await answered('U0EMMA', 'C0NEW', 'The till is down')).not.toContain('BB-1')
    expect(await confirms('U0OLIVER')).toContain(en.link.confirmed('Bluebird Books'))
    const answeredQuestion = await slack.until(() => {
      const stands = slack.messages('C0NEW').find(({ ts }) => ts === question.ts)
      return stands?.blocks?.some(({ type }) => type === 'actions') ? undefined : stands
    }, 'a question without its buttons')
    expect(wordsOf(answeredQuestion)).toContain(en.link.question.settled)
    expect(await answered('U0EMMA', 'C0NEW', 'The till is down')).toContain('BB-1')
    await story.stands(engineers, 'The till is down')
  })
})

describe('a channel that gets another id', () => {
  it('is followed: its thread, its cards and its buttons go on under the new one', async () => {
    const { slack } = story
    const { ts, receipt, card } = await story.reports('U0EMMA', room, report)
    await slack.changeChannelId(room, 'C0BLUENEW')
    await person('U0LI').press({ channel: engineers, ts: card.ts }, zh.buttons.claim)
    await story.stands('C0BLUENEW', '李伟', ts)
    await slack.until(() =>
      JSON.stringify(slack.thread('C0BLUENEW', ts).find((one) => one.ts === receipt.ts)).includes('李伟'),
    )
    await person('U0EMMA').say('C0BLUENEW', 'Leeds only', { thread: ts })
    await story.stands(engineers, 'Leeds only', card.ts)
    await story.fills('U0EMMA', { channel: 'C0BLUENEW', ts: receipt.ts }, en.buttons.escalate, {
      [en.flows.escalate.reason]: 'Payroll is today',
    })
    await story.stands(engineers, 'Payroll is today', card.ts)
    await person('U0EMMA').say('C0BLUENEW', mention('The till is down'))
    await story.stands(engineers, 'BB-2')
    expect(story.problems).toEqual([])
  })
})
