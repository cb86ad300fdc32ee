import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loudness } from '../support/loudness.ts'
import { type Story, startStory } from '../support/story.ts'

const seconds = 1_000
const minutes = 60 * seconds

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

/** Five people are in trouble within some seconds, and nobody of the supplier does anything about it. */
const fiveUnattended = async () => {
  for (const trouble of [
    '三楼打印机坏了',
    '一台笔记本开不了机',
    '扫描仪卡纸了',
    '投影仪没有信号',
    '会议室电话没有声音',
  ]) {
    await story.says('zhao', trouble, { in: 'huaxin', addressed: true })
    await story.passes(2 * seconds)
  }
}

describe('five tickets that nobody takes, through the whole ladder', () => {
  it('RS.7 leave one card of each in the chat of everybody who is told of them', async () => {
    await fiveUnattended()
    await story.passes(20 * minutes)
    const { directory } = await story.store.directories.of('yunheng')
    const loud = Object.entries(loudness(story, directory)).filter(([, { rings }]) => rings > 0)
    expect(loud.length).toBeGreaterThan(4)
    for (const [id, { cards }] of loud) expect(cards, id).toBeLessThanOrEqual(5)
    expect(story.problems).toEqual([])
  })
})
