import { describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { eachEnds } from '../support/each-ends.ts'
import { startSlackStory } from '../support/slack-story.ts'

const start = eachEnds(startSlackStory)
const zh = texts('zh-CN')
const engineers = 'C0ENG'

describe('words about a solution on Slack', () => {
  it('RS.C1b bring up the question in the thread where the bot is not called, and stand in the form of its button', async () => {
    const story = await start('socket')
    const { slack } = story
    const { ts } = await story.reports('U0ZHAO', 'C0HUAXIN', '三楼打印机坏了')
    const card = await story.stands(engineers, '三楼打印机坏了')
    const li = slack.person('U0LI')
    await li.press({ channel: engineers, ts: card.ts }, zh.buttons.claim)
    await story.fills('U0LI', { channel: engineers, ts: card.ts }, zh.buttons.resolve, {
      [zh.flows.resolve.description]: '换了硒鼓',
    })
    await story.stands('C0HUAXIN', '换了硒鼓', ts)
    const zhao = slack.person('U0ZHAO')
    await zhao.say('C0HUAXIN', '还是不行', { thread: ts })
    const asks = await story.stands('C0HUAXIN', zh.app.addedIsItSolved('HX-1'), ts)
    await zhao.press({ channel: 'C0HUAXIN', ts: asks.ts }, zh.buttons.reject_solution)
    expect(JSON.stringify(await slack.until(() => zhao.modal()))).toContain('还是不行')
    expect(story.problems).toEqual([])
  })
})
