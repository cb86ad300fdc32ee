import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { home, type SlackStory, startSlackStory } from '../support/slack-story.ts'

const zh = texts('zh-CN')
const en = texts('en')
const room = 'C0HUAXIN'
const words = '三楼打印机坏了'

let story: SlackStory
let turn = 0
beforeEach(async () => {
  turn += 1
  story = await startSlackStory(turn % 2 ? 'http' : 'socket')
})
afterEach(() => story.end())

const page = (user: string): string => JSON.stringify(story.slack.home(user)?.blocks ?? [])
/** A person’s page as soon as it says this, and until then as it was. */
const shows = async (user: string, said: string): Promise<string> => {
  await story.slack.until(() => page(user).includes(said), `${said} on the page of ${user}`)
  return page(user)
}
const opens = (user: string) => story.slack.person(user).openHome()

describe('Home', () => {
  it('is each one’s by their role and language, and is drawn anew by what happens, not by looking', async () => {
    const { slack } = story
    for (const user of ['U0ZHAO', 'U0SUN', 'U0LI', 'U0WANG', 'U0CHEN', 'U0ZHOU']) await opens(user)
    expect(await shows('U0ZHAO', zh.home.empty.reported)).not.toContain(zh.home.sections.unclaimed)
    expect(await shows('U0SUN', zh.home.empty.others('华信制造'))).not.toContain(zh.home.empty.risk)
    expect(await shows('U0LI', '您正在值班')).toContain(zh.home.empty.unclaimed)
    expect(await shows('U0WANG', en.home.empty.unclaimed)).toContain('You are on duty: second line')
    expect(await shows('U0CHEN', zh.home.empty.risk)).not.toContain(zh.home.empty.unclaimed)
    expect(await shows('U0ZHOU', zh.home.empty.risk)).toContain(zh.home.empty.escalated)

    const { ts } = await story.reports('U0ZHAO', room, words)
    for (const user of ['U0ZHAO', 'U0SUN', 'U0LI', 'U0WANG']) await shows(user, 'HX-1')
    expect(page('U0LI')).toContain(zh.home.sections.unclaimed)
    expect(page('U0SUN')).toContain(zh.home.sections.others('华信制造'))
    expect(page('U0CHEN')).not.toContain('HX-1')

    await slack.person('U0ZHAO').say(room, `<@${slack.bot(home)}> 升级 HX-1 明天要审计`, { thread: ts })
    for (const user of ['U0CHEN', 'U0ZHOU']) {
      await shows(user, 'HX-1')
      expect(page(user)).toContain(zh.buttons.acknowledge_escalation)
    }
    expect(slack.calls('views.publish').every(({ answer }) => answer?.ok)).toBe(true)
    expect(story.problems).toEqual([])
  })

  it('has buttons that work: a press on a row takes the ticket, a form opens above, and the page follows', async () => {
    const { slack } = story
    const li = slack.person('U0LI')
    await opens('U0LI')
    await opens('U0ZHAO')
    const { ts } = await story.reports('U0ZHAO', room, words)
    await shows('U0LI', 'claim')
    await li.press('home', zh.buttons.claim)
    await story.stands(room, '李伟', ts)
    expect(await shows('U0LI', zh.home.sections.owned)).not.toContain('claim')
    await shows('U0ZHAO', '李伟')

    const zhao = slack.person('U0ZHAO')
    await zhao.press('home', zh.flows.report.button)
    await slack.until(() => zhao.modal())
    const sent = await zhao.submit({ [zh.flows.report.text]: '邮箱打不开' })
    expect(sent.view).toBeUndefined()
    await shows('U0ZHAO', 'HX-2')
    await shows('U0LI', 'HX-2')
    await story.stands(zhao.dm(), 'HX-2')
    expect(story.problems).toEqual([])
  })

  it('answers a press in a modal above it, and speaks the other language at one press', async () => {
    const { slack } = story
    await opens('U0ZHAO')
    await story.reports('U0ZHAO', room, words)
    const page = await shows('U0ZHAO', 'HX-1')
    expect(page).toContain(zh.buttons.status)
    const zhao = slack.person('U0ZHAO')
    await zhao.press('home', zh.buttons.status)
    const modal = await slack.until(() => zhao.modal())
    expect(JSON.stringify(modal)).toContain(words)
    await zhao.close()
    await zhao.press('home', 'English')
    await shows('U0ZHAO', en.home.sections.reported)
    expect(story.problems).toEqual([])
  })

  it('T49 of a stranger says so and nothing else, and is wiped for somebody who was removed', async () => {
    const { slack } = story
    slack.addUser({ id: 'U0NOBODY', team: home })
    await story.reports('U0ZHAO', room, words)
    await opens('U0NOBODY')
    await shows('U0NOBODY', zh.app.unknownPerson)
    await opens('U0ZHAO')
    await shows('U0ZHAO', words)
    await story.organise([/(name: 赵敏\n(?: {4}.*\n){2}) {4}accounts: .*\n/, '$1'])
    expect(await shows('U0ZHAO', zh.app.unknownPerson)).not.toContain(words)
    expect(slack.home('U0NOBODY')?.blocks).toHaveLength(1)
  })
})
