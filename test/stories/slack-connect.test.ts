import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import type { Message } from '../support/slack/world/records.ts'
import { slackOutbound } from '../support/slack-outbound.ts'
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

describe('a customer from another workspace', () => {
  it('RS.1 RS.7 does everything by mention, message and button, forms too', async () => {
    const { ts, receipt, card } = await story.reports('U0EMMA', room, report)
    const at = { channel: room, ts: receipt.ts }
    const ours = { channel: engineers, ts: card.ts }
    await expect(async () => person('U0EMMA').command(room, '/incident', 'x')).rejects.toThrow('Only members')

    const escalated = await story.fills('U0EMMA', at, en.buttons.escalate, {
      [en.flows.escalate.reason]: 'Payroll is today',
    })
    expect(escalated).toMatchObject({ delivery: { acked: true } })
    expect(escalated.view).toBeUndefined()
    await story.stands(engineers, 'Payroll is today', card.ts)

    await person('U0LI').press(ours, zh.buttons.claim)
    await story.fills('U0LI', ours, zh.buttons.ask, {
      [zh.flows.ask.kind]: zh.flows.ask.kinds.information,
      [zh.flows.ask.text]: 'Which office?',
      [zh.flows.ask.of]: 'Emma Clarke',
    })
    const asked = await story.stands(room, 'Which office?', ts)
    const answer = await story.fills('U0EMMA', { channel: room, ts: asked.ts }, en.buttons.answer, {
      [en.flows.answer.text]: 'The one in Leeds',
    })
    expect(answer.view).toBeUndefined()
    await story.stands(engineers, 'The one in Leeds', card.ts)

    await story.fills('U0LI', ours, zh.buttons.resolve, { [zh.flows.resolve.description]: 'Restarted it' })
    const proposal = await story.stands(room, 'Restarted it', ts)
    const rejected = await story.fills(
      'U0EMMA',
      { channel: room, ts: proposal.ts },
      en.buttons.reject_solution,
      {
        [en.flows.rejectSolution.reason]: 'Still down in Leeds',
      },
    )
    expect(rejected.view).toBeUndefined()
    await story.stands(engineers, 'Still down in Leeds', card.ts)
    expect(await answered('U0EMMA', room, 'history BB-1')).toContain('Still down in Leeds')
    await person('U0EMMA').say(person('U0EMMA').dm(home), 'tickets')
    await story.stands(person('U0EMMA').dm(home), report)
    expect(story.problems).toEqual([])
  })

  it('T51 alone confirms what is theirs to confirm, and T55 only while they are known', async () => {
    const { ts, card } = await story.reports('U0EMMA', room, report)
    await person('U0LI').press({ channel: engineers, ts: card.ts }, zh.buttons.claim)
    await story.fills('U0LI', { channel: engineers, ts: card.ts }, zh.buttons.resolve, {
      [zh.flows.resolve.description]: 'Restarted it',
    })
    const { ts: proposal } = await story.stands(room, 'Restarted it', ts)
    const confirm = (user: string) =>
      privately(user, () => person(user).press({ channel: room, ts: proposal }, en.buttons.confirm_solution))
    expect(await confirm('U0LI')).toContain('Emma Clarke')
    await story.organise([/(name: Oliver Grant\n(?: {4}.*\n){2}) {4}accounts: .*\n/, '$1'])
    expect(await confirm('U0OLIVER')).toContain(en.app.unknownPerson)
    await story.organise([/(name: Emma Clarke\n {4}organisation: )bluebird/, '$1huaxin'])
    expect(await confirm('U0EMMA')).toContain(zh.app.unknownPlace)
    const { status, resolution } = await story.ticket('BB-1')
    expect(status).toBe('resolved')
    expect(resolution?.consent).toBeUndefined()
  })
})

describe('another customer’s ticket', () => {
  const without = (text: string, id: string) => text.replaceAll(id, '…')

  it('T49 is as absent as one that never was, by word, by button and by form', async () => {
    await story.reports('U0ZHAO', 'C0HUAXIN', '华信的秘密打印机坏了')
    const { receipt } = await story.reports('U0EMMA', room, report)
    for (const words of ['status', 'history', 'why', 'told', 'solved', 'escalate'])
      expect(without(await answered('U0EMMA', room, `${words} HX-1`), 'HX-1')).toBe(
        without(await answered('U0EMMA', room, `${words} HX-77`), 'HX-77'),
      )

    const press = async (item: string) => {
      tamper(receipt.ts, (value) => value.replace(/"item":"[^"]*"/, `"item":"${item}"`))
      return without(
        await privately('U0EMMA', () =>
          person('U0EMMA').press({ channel: room, ts: receipt.ts }, en.buttons.escalate),
        ),
        item,
      )
    }
    expect(await press('HX-1')).toBe(await press('HX-77'))

    const customers = ['U0EMMA', 'U0OLIVER']
    const places = [room, ...customers.map((user) => person(user).dm(home))]
    for (const one of slackOutbound(story.slack))
      if (places.includes(one.channel) || customers.includes(one.user))
        expect(JSON.stringify(one)).not.toContain('秘密')
  })

  /** How often a person did something to it: what falls due meanwhile is the bot's own. */
  const acts = async (id: string) => (await story.events(id)).filter(({ by }) => by.kind === 'person').length

  it.each([
    ['another act', '{"flow":"close","item":"BB-1"}', 'can confirm the closing'],
    ['an act that is none', '{"flow":"constructor","item":"BB-1"}', en.app.unknownAction],
  ])('T47 a button tampered into %s does nothing', async (_, value, said) => {
    const { receipt } = await story.reports('U0EMMA', room, report)
    const before = await acts('BB-1')
    tamper(receipt.ts, () => value)
    expect(
      await privately('U0EMMA', () =>
        person('U0EMMA').press({ channel: room, ts: receipt.ts }, en.buttons.escalate),
      ),
    ).toContain(said)
    expect(await acts('BB-1')).toBe(before)
  })

  it.each(['not json', '{"flow":"claim","item":"BB-1","who":"li"}', '[]', ''])(
    'T47 a button that carries %j means nothing, which is logged',
    async (value) => {
      const { receipt } = await story.reports('U0EMMA', room, report)
      const before = await acts('BB-1')
      tamper(receipt.ts, () => value)
      const { acked } = await person('U0EMMA').press({ channel: room, ts: receipt.ts }, en.buttons.escalate)
      expect(acked).toBe(true)
      await vi.waitFor(
        () => expect(story.problems.join()).toContain('an act on Slack means nothing here'),
        60_000,
      )
      expect(await acts('BB-1')).toBe(before)
    },
  )

  /** Changes what every button of a message carries, as somebody could who speaks to Slack without its client. */
  const tamper = (ts: string, change: (value: string) => string): void => {
    const { messages } = story.slack.world
    const changed = (messages.get(room) ?? []).map((message) =>
      message.ts === ts
        ? JSON.parse(JSON.stringify(message), (name, value) => (name === 'value' ? change(value) : value))
        : message,
    )
    messages.set(room, changed)
  }
})
