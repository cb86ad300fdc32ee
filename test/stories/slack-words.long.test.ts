import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/domain/people/sides.ts'
import { texts } from '../../src/text/texts.ts'
import { eachEnds } from '../support/each-ends.ts'
import { controlsIn } from '../support/slack/blocks/controls-in.ts'
import { slackOutbound } from '../support/slack-outbound.ts'
import { home, startSlackStory } from '../support/slack-story.ts'

const start = eachEnds(startSlackStory)

/** Everything that a chat could act on instead of showing it, as a person types it into a field. */
const hostile = [
  '<!channel> <!here|here> <!everyone>',
  '<@U0LI> <#C0ENG|eng> <!subteam^S1>',
  '<https://evil.example|ok> <mailto:x@evil.example|mail>',
  '*bold* _italic_ ~strike~ `code` :tada: :acme: @everyone',
  '[x](http://evil.example) &lt;!channel&gt; &amp;',
  'exe\u202Egnp.\u2066x\u2069 in\u200Bvisi\u2060ble',
].join(' ')
/** What somebody may be called: the organisation file takes no name with turned-around text in it. */
const calling = '<!channel> <@U0LI> <https://evil.example|ok> *bold* :tada: &lt;!here&gt; exegnp.\u200Bx'
/** The same as Slack delivers it in a message: what a person types is escaped, what Slack made of it is not. */
const delivered = hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const spelled = ['<!channel>', '<@U0LI>', '<!subteam^S1>', '*bold*', '🎉', ':acme:', '&lt;!channel&gt;']
/** The bot's own link to the thread in a room, with its own words. */
const wayTo =
  /^\{"type":"link","url":"https:\/\/yunheng\.slack\.com\/archives\/C0[A-Z]+\/p\d+","text":"↪ (查看群内讨论|Open the discussion)"\}$/
const unseen = /[\u202A-\u202E\u2060-\u2069\u200B\uFEFF]/

const casts = {
  'zh-CN': {
    ways: 'socket',
    room: 'C0HUAXIN',
    reporter: 'U0ZHAO',
    contact: 'U0SUN',
    id: 'zhao',
    name: '赵敏',
  },
  en: {
    ways: 'http',
    room: 'C0BLUE',
    reporter: 'U0EMMA',
    contact: 'U0OLIVER',
    id: 'emma',
    name: 'Emma Clarke',
  },
} as const
const engineers = 'C0ENG'
const zh = texts('zh-CN')
const languages: readonly Language[] = ['zh-CN', 'en']

/** Text of formatted objects: where Slack would make something of the signs in it. */
const formatted = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(formatted)
  if (typeof value !== 'object' || value === null) return []
  const { type, text } = value as { readonly type?: unknown; readonly text?: unknown }
  if (type === 'mrkdwn' && typeof text === 'string') return [text]
  return Object.values(value).flatMap(formatted)
}

describe('words that mean something to Slack', () => {
  it.each(languages)(
    'T57 T58 stay words in %s, wherever somebody writes them and whatever they are called',
    async (language) => {
      const cast = casts[language]
      const t = texts(language)
      const story = await start(cast.ways)
      const { slack } = story
      await story.organise([`name: ${cast.name}`, `name: ${JSON.stringify(`${cast.name} ${calling}`)}`])
      await slack.changeUser(cast.reporter, { realName: hostile, name: hostile })
      const reporter = slack.person(cast.reporter)
      const li = slack.person('U0LI')
      for (const person of [slack.person('U0LI'), slack.person('U0CHEN'), slack.person('U0SUN')])
        await person.openHome()

      const file = { name: `${hostile}.txt` }
      const { ts } = await reporter.say(cast.room, `<@${slack.bot(home)}> ${delivered}`, { files: [file] })
      const receipt = await slack.until(() => slack.thread(cast.room, ts)[1])
      const card = await slack.until(() => slack.messages(engineers)[0])
      const [ours, theirs] = [
        { channel: engineers, ts: card.ts },
        { channel: cast.room, ts: receipt.ts },
      ]
      const id = /[A-Z]{2}-\d+/.exec(JSON.stringify(receipt))?.[0] ?? ''
      const sends = async (...given: Parameters<typeof story.fills>) => {
        const sent = await story.fills(...given)
        expect(sent, given[2]).toMatchObject({ delivery: { acked: true } })
        expect(sent.errors ?? sent.refused ?? sent.trouble, given[2]).toBeUndefined()
      }

      await reporter.say(cast.room, `more ${delivered} <!here> <https://evil.example|evil.example>`, {
        thread: ts,
      })
      await li.say(engineers, `note ${delivered}`, { thread: card.ts })
      await sends(cast.reporter, theirs, t.buttons.escalate, { [t.flows.escalate.reason]: hostile })
      await li.press(ours, zh.buttons.claim)
      await story.stands(cast.room, '李伟', ts)
      await sends('U0LI', ours, zh.buttons.note, { [zh.flows.note.text]: hostile })
      await sends('U0LI', ours, zh.buttons.update, { [zh.flows.update.text]: hostile })
      await sends('U0LI', ours, zh.buttons.ask, {
        [zh.flows.ask.text]: `where? ${hostile}`,
        [zh.flows.ask.of]: cast.id,
      })
      const asked = await story.stands(cast.room, 'where?', ts)
      await sends(cast.reporter, { channel: cast.room, ts: asked.ts }, t.buttons.answer, {
        [t.flows.answer.text]: hostile,
      })
      await sends('U0LI', ours, zh.buttons.reassign, {
        [zh.flows.reassign.to]: '王芳',
        [zh.flows.form.reason]: hostile,
      })
      await sends('U0LI', ours, zh.buttons.resolve, { [zh.flows.resolve.description]: `1 ${hostile}` })
      const first = await story.stands(cast.room, '1 <!channel>', ts)
      await sends(cast.reporter, { channel: cast.room, ts: first.ts }, t.buttons.reject_solution, {
        [t.flows.rejectSolution.reason]: hostile,
      })
      await sends('U0LI', ours, zh.buttons.resolve, { [zh.flows.resolve.description]: `2 ${hostile}` })
      await story.stands(cast.room, '2 <!channel>', ts)
      await slack.person('U0WANG').messageShortcut(engineers, card.ts, 'send_to_customer')
      await li.command(engineers, '/accord', `预演 ${id}`)
      for (const words of [
        id,
        `记录 ${id}`,
        `history ${id}`,
        `谁被通知了 ${id}`,
        `时限 ${id}`,
        `联系人 ${id}`,
        `${hostile}`,
        `状态 ${hostile}`,
      ])
        await li.say(li.dm(), words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
      await reporter.say(cast.room, `<@${slack.bot(home)}> history ${id}`)
      await story.settled()

      const all = slackOutbound(slack)
      const live = all.flatMap(({ shows }) => controlsIn(shows))
      const [files, ways] = [
        live.filter((one) => one.includes('.slack.com/files/')),
        live.filter((one) => wayTo.test(one)),
      ]
      for (const some of [files, ways]) expect(some.length).toBeGreaterThan(0)
      expect(live.filter((one) => !files.includes(one) && !ways.includes(one))).toEqual([])
      expect(JSON.stringify(all)).not.toMatch(unseen)
      expect(formatted(all.map(({ shows }) => shows)).join()).not.toMatch(/bold|tada|acme|evil|channel/)
      for (const { args } of slack.calls('chat.postMessage')) {
        expect([undefined, 'none']).toContain(args.parse)
        expect([undefined, 'false', false]).toContain(args.link_names)
        expect(['false', false]).toContain(args.unfurl_links)
      }
      for (const shown of [card, await story.stands(cast.room, '2 <!channel>', ts)])
        for (const sign of spelled) expect(JSON.stringify(shown), sign).toContain(sign)
      expect(all.length).toBeGreaterThan(60)
      expect(story.problems).toEqual([])
    },
  )
})
