import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { home, type SlackStory, startSlackStory } from '../support/slack-story.ts'

let story: SlackStory
beforeEach(async () => {
  story = await startSlackStory('socket')
})
afterEach(() => story.end())

const room = 'C0HUAXIN'
const bot = () => `<@${story.slack.bot(home)}>`

describe('a colleague mentioned to the bot on Slack', () => {
  it('stands in the report by name; nobody else’s id becomes one', async () => {
    const { slack } = story
    await slack
      .person('U0ZHAO')
      .say(room, `${bot()} :fire: 三楼打印机坏了，<@U0LI>昨天修过，<@U0NOBODY> 也在`)
    await slack.until(() => slack.messages(room).find(({ bot_id }) => bot_id), 'the receipt')
    const [ticket] = await story.store.load(['HX-1'])
    expect(ticket?.state).toMatchObject({
      title: '🔥 三楼打印机坏了，@李伟 昨天修过，@U0NOBODY 也在',
    })
  })

  it.each([
    (us: string) => `<@U0LI> ${us} 帮助`,
    (us: string) => `${us} <@U0LI> 帮助`,
    (us: string) => `${us} <@U0LI>，幫助`,
    (us: string) => `${us} help <@U0LI>`,
    (us: string) => `${us} thanks:smile: <@U0LI>`,
    (us: string) => `<@U0GRACE|Grace Lee> ${us} 帮助`,
    (us: string) => `${us} thanks <@U0GRACE|Grace Lee> :party-parrot:`,
    (us: string) => `${us} :+1:`,
  ])('hides no command and makes no ticket: %s', async (words) => {
    const { slack } = story
    const { ts } = await slack.person('U0ZHAO').say(room, words(bot()))
    await slack.until(() => slack.thread(room, ts)[1], 'an answer')
    expect(await story.store.load(['HX-1'])).toEqual([])
  })
})
