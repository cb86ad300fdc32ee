import { describe, expect, it, vi } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { eachEnds } from '../support/each-ends.ts'
import { home, startSlackStory } from '../support/slack-story.ts'

const start = eachEnds(startSlackStory)

const casts = {
  'zh-CN': {
    ticket: 'HX-1',
    room: 'C0HUAXIN',
    reporter: 'U0ZHAO',
    contact: 'U0SUN',
    engineer: 'U0LI',
    report: '全公司都连不上VPN了',
    solution: '重启了VPN网关',
    ack: '李伟',
  },
  en: {
    ticket: 'BB-1',
    room: 'C0BLUE',
    reporter: 'U0EMMA',
    contact: 'U0OLIVER',
    engineer: 'U0LI',
    report: 'Our VPN has been down for the whole office since nine',
    solution: 'Restarted the VPN gateway',
    ack: '李伟',
  },
} as const
const languages = ['zh-CN', 'en'] as const
const ways = ['socket', 'http'] as const

describe.each(ways)('one incident on Slack, over %s', (way) => {
  it.each(languages)(
    'RS.0 RS.7 RS.8 X2 is lived through in %s, from a mention to the closure both agreed to',
    async (language) => {
      const cast = casts[language]
      const t = texts(language)
      const desk = texts('zh-CN')
      const story = await start(way)
      const { slack } = story
      const reporter = slack.person(cast.reporter)
      const engineer = slack.person(cast.engineer)
      const wait = slack.until
      const stands = (channel: string, ts: string, words: string) =>
        wait(() => slack.thread(channel, ts).find((one) => JSON.stringify(one).includes(words)))

      const { ts } = await reporter.say(cast.room, `<@${slack.bot(home)}> ${cast.report}`)
      const receipt = await wait(() => slack.thread(cast.room, ts)[1])
      expect(JSON.stringify(receipt)).toContain(cast.ticket)
      const card = await wait(() => slack.messages('C0ENG')[0])

      await engineer.press({ channel: 'C0ENG', ts: card.ts }, desk.buttons.claim)
      await stands(cast.room, ts, cast.ack)
      await wait(() => JSON.stringify(slack.messages('C0ENG')[0]).includes(desk.buttons.resolve))

      await engineer.press({ channel: 'C0ENG', ts: card.ts }, desk.buttons.resolve)
      await wait(() => engineer.modal())
      const missing = await engineer.submit({})
      expect(missing.refused ?? missing.errors).toBeDefined()
      const sent = await engineer.submit({ [desk.flows.resolve.description]: cast.solution })
      expect(sent).toMatchObject({ delivery: { acked: true } })
      expect(engineer.modal()).toBeUndefined()
      const proposal = await stands(cast.room, ts, cast.solution)

      await engineer.press({ channel: cast.room, ts: proposal.ts }, t.buttons.confirm_solution)
      await wait(() => slack.ephemerals(cast.engineer).at(-1))
      expect((await story.ticket(cast.ticket)).resolution?.consent).toBeUndefined()

      await reporter.press({ channel: cast.room, ts: proposal.ts }, t.buttons.confirm_solution)
      const lead = slack.person('U0CHEN')
      const asked = await wait(() =>
        slack.messages(lead.dm()).findLast((one) => JSON.stringify(one.blocks).includes(desk.buttons.close)),
      )
      expect((await story.ticket(cast.ticket)).status).toBe('resolved')
      await lead.press({ channel: lead.dm(), ts: asked.ts }, desk.buttons.close)
      const survey = await wait(() =>
        slack
          .thread(cast.room, ts)
          .findLast((one) => JSON.stringify(one.blocks).includes('"action_id":"rate')),
      )
      await reporter.press({ channel: cast.room, ts: survey.ts }, '5')
      await vi.waitFor(async () => expect((await story.ticket(cast.ticket)).rating?.score).toBe(5), 60_000)
      expect(await story.store.verify(cast.ticket)).not.toHaveProperty('badSeq')
      expect(story.problems).toEqual([])
    },
  )
})
