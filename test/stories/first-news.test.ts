import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

/** The small print of somebody's own card of their first ticket, as it stands now. */
const smallPrint = (who: string): string => {
  const [own] = story.posts(`direct:${who}`)
  if (own === undefined) throw new Error(`${who} has no card`)
  return own.card.blocks.map((block) => (block.type === 'note' ? block.text : '')).join('\n')
}

describe('what somebody’s own card said first', () => {
  it('stands on it as long as it is in their queue, and not once anybody took it', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.fills('li', { flow: 'note', item: 'HX-1' }, { text: '先看一下' })
    await story.settle()
    expect(smallPrint('li')).toContain('已分发给您')
    await story.presses('wang', { flow: 'claim', item: 'HX-1' })
    await story.settle()
    expect(smallPrint('li')).not.toContain('分发')
  })

  it('is taken back by whoever took it themselves, too', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.settle()
    expect(smallPrint('li')).not.toContain('分发')
    expect(story.posts('direct:li')[0]?.card.state?.text).toContain('您正在处理')
  })

  it('stays where it is what happened', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.fills('chen', { flow: 'reassign', item: 'HX-1' }, { to: 'wang', reason: '李伟在开会' })
    await story.presses('wang', { flow: 'claim', item: 'HX-1' })
    await story.settle()
    expect(smallPrint('wang')).toContain('陈静')
  })
})
