import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { leaves, reorganise } from '../support/reorganise.ts'
import { type Story, startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
  await story.says('zhao', '三楼打印机卡纸')
  await story.says('sun', '三楼打不了')
})
afterEach(() => story.end())

const told = (conversation: string) => story.posts(conversation).length
const last = (conversation: string) => JSON.stringify(story.posts(conversation).at(-1))
const propose = () => story.says('li', 'duplicate HX-1 of HX-2 the same printer')
const agree = { flow: 'agree_merge', item: 'HX-1' }
const minutes = 60_000

describe('a merge that an engineer takes for right', () => {
  it('RS.5a is asked of whoever reported the one that would end, and stands when they agree', async () => {
    await story.says('li', 'claim HX-1')
    const before = told('direct:zhao')
    await propose()
    expect(told('direct:zhao')).toBe(before + 1)
    expect(last('direct:zhao')).toContain('李伟认为与HX-2是同一个问题，建议并入，客户同意后才会合并')
    const one = await story.ticket('HX-1')
    expect(one).toMatchObject({ status: 'in_progress', merging: { master: 'HX-2', by: 'li', of: ['zhao'] } })
    expect(one.pauses).toEqual([])
    expect((await story.ticket('HX-2')).merged).toEqual([])
    const card = JSON.stringify(await story.presses('zhao', { flow: 'status', item: 'HX-1' }))
    for (const said of ['"flow":"agree_merge"', '"flow":"decline_merge"', '等待您确认与HX-2是否同一个问题'])
      expect(card).toContain(said)
    const reply = await story.presses('zhao', agree)
    expect(reply).toMatchObject({ kind: 'done', saying: 'HX-1已并入HX-2。' })
    expect((await story.ticket('HX-1')).cancelled).toMatchObject({ how: 'duplicate', master: 'HX-2' })
    expect((await story.ticket('HX-2')).followers).toEqual(['zhao'])
    expect(story.shown('direct:zhao')).toContain('您确认是同一个问题，并入HX-2继续处理')
    expect(await story.presses('zhao', agree)).not.toMatchObject({ kind: 'ask' })
    expect(story.problems).toEqual([])
  })

  it('RS.5a is none where they say that it is another trouble, and the engineer reads why', async () => {
    await story.says('li', 'claim HX-1')
    await propose()
    await story.fills('zhao', { flow: 'decline_merge', item: 'HX-1' }, { text: '是另一台' })
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'in_progress' })
    expect((await story.ticket('HX-1')).merging).toBeUndefined()
    expect(story.shown('engineers')).toContain('是另一台')
    expect(JSON.stringify(await story.presses('zhao', agree))).toContain('目前没有待确认的合并建议')
    expect(story.problems).toEqual([])
  })

  it('RS.5a goes where the other one was merged itself meanwhile, and nowhere once that has ended', async () => {
    await story.says('sun', '三楼打印机没有墨了')
    await propose()
    await story.says('sun', 'duplicate HX-2 of HX-3 one printer')
    await story.presses('zhao', agree)
    expect((await story.ticket('HX-1')).cancelled?.master).toBe('HX-3')
    await story.says('zhao', '四楼打不了')
    await story.says('li', 'duplicate HX-4 of HX-3 the same printer')
    await story.says('sun', '撤回 HX-3 好了')
    const reply = JSON.stringify(await story.presses('zhao', { flow: 'agree_merge', item: 'HX-4' }))
    expect(reply).toContain('HX-3')
    expect((await story.ticket('HX-4')).status).toBe('new')
    expect(story.problems).toEqual([])
  })

  it('T12 RS.5a a press on an earlier proposal agrees to no other one', async () => {
    await propose()
    const seen = (await story.types('HX-1')).length
    await story.says('zhao', '二楼的灯不亮')
    await story.says('li', 'duplicate HX-1 of HX-3 the same floor')
    expect(await story.presses('zhao', { ...agree, seen })).toMatchObject({ kind: 'show' })
    expect((await story.ticket('HX-1')).status).toBe('new')
  })

  it('RS.5a is not asked about two tickets of one’s own', async () => {
    await story.says('zhao', '四楼的打印机没有墨了')
    await story.says('zhao', 'duplicate HX-3 of HX-1 the same printer')
    expect((await story.ticket('HX-3')).cancelled).toMatchObject({ master: 'HX-1' })
  })

  it('I6 RS.5a has the contact asked at once in place of a reporter who left, who answers', async () => {
    await story.says('li', 'claim HX-1')
    await propose()
    const before = told('direct:sun')
    await reorganise(story, leaves('zhao'))
    await story.settle()
    expect(told('direct:sun')).toBe(before + 1)
    expect(last('direct:sun')).toContain('与HX-2是同一个问题吗')
    await story.passes(minutes)
    expect((await story.types('HX-1')).filter((type) => type === 'ticket.merge_reminded')).toHaveLength(1)
    await story.presses('sun', agree)
    expect((await story.ticket('HX-1')).cancelled).toMatchObject({ master: 'HX-2' })
    expect(story.problems).toEqual([])
  })

  it('RS.5d goes on as it is when its engineer leaves', async () => {
    await story.says('li', 'claim HX-1')
    await propose()
    await reorganise(story, leaves('li'), ['members: [li, wang]', 'members: [wang]'])
    await story.settle()
    expect(await story.ticket('HX-1')).toMatchObject({ merging: { master: 'HX-2' }, dispatchedTo: 'wang' })
    await story.presses('zhao', agree)
    expect((await story.ticket('HX-1')).cancelled).toMatchObject({ master: 'HX-2' })
  })

  it.each(['好的，同意', '不是，别合并'])(
    'RS.5a asks for the decision by two buttons where words give one: %s',
    async (words) => {
      await story.says('li', 'claim HX-1')
      await propose()
      const acts = () =>
        story
          .posts('direct:zhao')
          .at(-1)
          ?.card.buttons.map(({ press }) => press.flow)
      await story.says('zhao', words)
      expect(acts()?.slice(0, 2)).toEqual(['agree_merge', 'decline_merge'])
      expect(last('direct:zhao')).toContain('仅凭留言不算审批')
      expect(last('direct:zhao')).toContain('李伟认为与HX-2是同一个问题')
      expect((await story.ticket('HX-1')).merging).toBeDefined()
      const before = await story.types('HX-1')
      for (const typed of ['agree HX-1', 'decline HX-1 是另一台']) {
        await story.says('zhao', typed)
        expect(acts()).toEqual(['agree_merge', 'decline_merge'])
      }
      expect(await story.types('HX-1')).toEqual(before)
      await story.says('sun', words)
      expect((await story.ticket('HX-1')).merging, 'of the contact it is asked too').toBeDefined()
      expect(story.problems).toEqual([])
    },
  )
})
