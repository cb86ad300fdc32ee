import { describe, expect, it } from 'vitest'
import { wayTo } from '../../adapters/teams/render/way-to.ts'
import { texts } from '../../src/text/texts.ts'
import { eachEnds } from '../support/each-ends.ts'
import { startSlackStory, home as workspace } from '../support/slack-story.ts'
import { home, rooms, startTeamsStory } from '../support/teams-story.ts'

const startSlack = eachEnds(startSlackStory)
const startTeams = eachEnds(startTeamsStory)

const zh = texts('zh-CN')
const words = '全公司都连不上VPN了'

describe('what somebody is told alone leads to where it is talked about', () => {
  it('on Slack, to the room of their own side', async () => {
    const story = await startSlack('http')
    const { card } = await story.reports('U0ZHAO', 'C0HUAXIN', words)
    const { ts } = await story.told('U0LI', 'HX-1')
    const { slack } = story
    await slack.person('U0LI').press({ channel: 'C0ENG', ts: card.ts }, zh.buttons.claim)
    const own = slack.person('U0LI').dm(workspace)
    const shown = () => JSON.stringify(slack.messages(own).find((one) => one.ts === ts)?.blocks)
    await slack.until(() => shown().includes(`/archives/C0ENG/p${card.ts.replace('.', '')}`), 'the way')
    expect(shown()).not.toContain('C0HUAXIN')
    expect(JSON.stringify(card.blocks)).not.toContain('/archives/')
    expect(story.problems).toEqual([])
  })

  it('on Teams, also once a form over the card was put away', async () => {
    const story = await startTeams()
    const { teams } = story
    await story.reports('zhao', rooms.huaxin, words)
    const room = await story.stands(rooms.engineers, 'HX-1')
    const link = wayTo({ platform: 'teams', team: home, conversation: rooms.engineers, message: room.id })
    const notice = await story.told('li', 'HX-1')
    const shown = () =>
      JSON.stringify(teams.messages(teams.personal('li')).find(({ id }) => id === notice.id)?.card)
    await teams.until(() => shown().includes(link), 'the way to the thread')
    await story.opens('li', notice, zh.buttons.claim)
    await teams.until(() => shown().includes(zh.buttons.resolve), 'what can be done next')
    expect(shown()).toContain(link)
    await story.opens('li', notice, zh.buttons.resolve)
    await teams.person('li').press(notice, zh.frame.cancel)
    expect(JSON.stringify(teams.person('li').view(notice))).toContain(link)
    expect(JSON.stringify(room.card)).not.toContain('/l/message/')
    expect(story.problems).toEqual([])
  })
})
