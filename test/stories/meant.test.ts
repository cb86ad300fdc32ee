import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const lastIn = (conversation: string) => story.posts(conversation).at(-1)

describe('words in a ticket’s thread that begin as a button does', () => {
  it('RS.7 are kept as before, and answered with that button', async () => {
    const thread = await story.says('emma', 'Our tills are down')
    const said = await story.types('BB-1')
    await story.says('emma', 'escalate We lose orders every minute', { thread })
    expect((await story.types('BB-1')).slice(said.length)).toEqual(['ticket.message_added'])
    const asks = lastIn('direct:emma')
    expect(asks?.place.thread).toBe(thread)
    expect(asks?.card.summary).toBe('Added to BB-1. Did you mean “Escalate now”? Then press it.')
    const [button] = asks?.card.buttons ?? []
    if (button === undefined) throw new Error('there is no button')
    expect(await story.presses('emma', button.press)).toMatchObject({ kind: 'ask', form: { item: 'BB-1' } })
  })

  it('are not kept when they say nothing else: alone they would pass for an answer and end the pause', async () => {
    const thread = await story.says('emma', 'Our tills are down', { in: 'bluebird', addressed: true })
    await story.presses('li', { flow: 'claim', item: 'BB-1' })
    await story.fills(
      'li',
      { flow: 'ask', item: 'BB-1' },
      { kind: 'information', text: 'Which?', of: 'emma' },
    )
    expect((await story.ticket('BB-1')).status).toBe('on_hold')
    await story.says('emma', 'contest', { in: 'bluebird', thread, addressed: false })
    expect((await story.ticket('BB-1')).status).toBe('on_hold')
    expect(lastIn('bluebird')?.card.buttons).toMatchObject([{ press: { flow: 'contest', item: 'BB-1' } }])
    expect(lastIn('bluebird')?.card.summary).toContain('Did you mean “Contest the pause”?')
  })

  it('are left alone as people’s talk, when they begin with a word that happens to be one, or cannot be meant', async () => {
    const thread = await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    const before = story.posts('huaxin').length
    await story.says('sun', '升级后还是不行', { in: 'huaxin', thread, addressed: false })
    await story.says('zhao', '升级 大家都在等', { in: 'huaxin', thread, addressed: false })
    await story.says('zhao', '已解决', { in: 'huaxin', thread, addressed: false })
    expect(story.posts('huaxin').length).toBe(before)
    expect((await story.types('HX-1')).filter((type) => type === 'ticket.message_added')).toHaveLength(3)
  })
})
