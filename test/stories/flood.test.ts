import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { type Story, startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const slower = texts('zh-CN').app.slower
const many = async (count: number, act: (index: number) => Promise<unknown>): Promise<void> => {
  for (let index = 0; index < count; index += 1) await act(index)
}

describe('somebody who does more than anybody works', () => {
  it('T70 has acts refused until a minute is over, and nobody else has', async () => {
    const kinds: string[] = []
    await many(130, async () => {
      kinds.push((await story.presses('zhao', { flow: 'duty' })).kind)
    })
    expect(kinds.slice(0, 120)).not.toContain('refuse')
    expect(kinds.slice(120)).toEqual(Array.from({ length: 10 }, () => 'refuse'))
    expect((await story.presses('sun', { flow: 'duty' })).kind).toBe('show')
    story.sleeps(60_000)
    expect((await story.presses('zhao', { flow: 'duty' })).kind).toBe('show')
  })

  it('T70 loses no word, and is told once', async () => {
    await many(120, () => story.presses('zhao', { flow: 'duty' }))
    await many(3, (index) => story.says('zhao', `VPN 故障 ${index}`))
    const told = story.posts('direct:zhao').filter(({ card }) => card.summary === slower)
    expect(told).toHaveLength(1)
    expect(await story.store.load(['HX-1'])).toEqual([])
    story.sleeps(16_000)
    await story.bot.app.recover()
    expect((await story.store.load(['HX-1', 'HX-2', 'HX-3'])).length).toBe(3)
  })

  it('T70 is not told under talk that is not with the bot', async () => {
    await many(120, () => story.presses('zhao', { flow: 'duty' }))
    await story.says('zhao', '午饭吃什么', { in: 'huaxin' })
    expect(story.posts('huaxin')).toEqual([])
  })
})
