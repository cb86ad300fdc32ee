import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const lastTo = (who: string): string => story.posts(`direct:${who}`).at(-1)?.card.summary ?? ''
const exists = async (id: string) => (await story.store.load([id])).length > 0
const messagesOf = async (id: string) =>
  (await story.store.events(id)).flatMap(({ event }) =>
    event.type === 'ticket.message_added' && 'text' in event ? [event.text] : [],
  )
/** What the engineers read in their room. */
const inRoom = (): string =>
  story
    .posts('engineers')
    .map(({ card }) => card.summary)
    .join('\n')

describe('a customer who orders what only the engineers can do', () => {
  it.each([
    ['assign it to Wang', '转派'],
    ['take it', '接单'],
    ['please mark it as resolved', '提交解决'],
    ['请尽快接单', '接单'],
    ['把这单转派给王芳', '转派'],
    ['resolve HX-1', '提交解决'],
  ])('reads why not and who can, and the engineers hear of it: %s', async (words, act) => {
    await story.says('zhao', '三楼打印机坏了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    const before = (await story.store.events('HX-1')).length
    await story.says('zhao', words)
    await story.settle()
    expect(lastTo('zhao')).toMatch(/李伟/)
    expect(lastTo('zhao')).not.toContain('HX-2')
    expect(inRoom()).toMatch(new RegExp(`赵敏尝试“${act}”未成功`))
    expect(await exists('HX-2'), 'no report').toBe(false)
    expect((await story.store.events('HX-1')).slice(before)).toEqual([])
  })

  it('loses no word said in the ticket’s thread', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    const words = 'resolve: I swapped the toner myself'
    await story.says('zhao', words, { thread: story.posts('direct:zhao')[0]?.ref.message ?? '' })
    await story.settle()
    expect(await messagesOf('HX-1')).toEqual([words])
    expect(lastTo('zhao')).toMatch(/李伟.*您的话已记入HX-1/)
    expect(inRoom()).toContain('赵敏尝试“提交解决”未成功')
  })

  it('is still heard as reporting something', async () => {
    await story.says('zhao', '三楼打印机坏了')
    const reported = [
      'resolve the printer problem please',
      '接单系统打不开',
      'take a look at the scanner, it is dead',
    ]
    for (const [index, words] of reported.entries()) {
      await story.says('zhao', words)
      expect(await story.ticket(`HX-${index + 2}`), words).toMatchObject({ text: words })
    }
  })

  it('with nothing open hears it too, and makes no report', async () => {
    await story.says('zhao', 'assign it to Wang')
    expect(await exists('HX-1')).toBe(false)
    expect(lastTo('zhao')).not.toBe('')
  })
})
