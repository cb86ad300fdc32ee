import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Story, startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const report = '全公司都连不上VPN了'
const textsOf = async (id: string) => (await story.store.events(id)).map(({ event }) => JSON.stringify(event))
const later = async (): Promise<void> => {
  story.sleeps(16_000)
  await story.bot.app.recover()
  await story.settle()
}

describe('a word that comes before what it belongs to', () => {
  it('T46 joins the record when the report came after its reply and its edit', async () => {
    await story.says('sun', '财务也连不上', { in: 'huaxin', thread: 'root' })
    await story.changes('zhao', 'root', `${report}，从九点开始`, { in: 'huaxin' })
    expect(await story.store.load(['HX-1'])).toEqual([])
    await story.says('zhao', report, { in: 'huaxin', addressed: true, key: 'root' })
    await later()
    const said = (await textsOf('HX-1')).join('\n')
    expect(said).toContain('财务也连不上')
    expect(said).toContain('从九点开始')
    expect(story.shown('engineers')).toContain('财务也连不上')
  })

  it('T46 joins the record when it comes while the report is still being worked on', async () => {
    await Promise.all([
      story.says('zhao', report, { in: 'huaxin', addressed: true, key: 'root' }),
      story.says('sun', '财务也连不上', { in: 'huaxin', thread: 'root' }),
    ])
    await later()
    expect(await story.types('HX-1')).toContain('ticket.message_added')
  })

  it('is people’s own talk where nothing is ever reported, and is not tried for ever', async () => {
    await story.says('sun', '午饭吃什么', { in: 'huaxin', thread: 'lunch' })
    await later()
    story.sleeps(16_000)
    expect(await story.store.inbox.claim(story.now(), 10, 1_000)).toEqual([])
    expect(story.posts('huaxin')).toEqual([])
  })

  it('that addresses the bot is answered at once, whatever its thread began with', async () => {
    await story.says('zhao', report, { in: 'huaxin', thread: 'long-ago', addressed: true })
    expect(await story.types('HX-1')).toContain('ticket.reported')
  })
})
