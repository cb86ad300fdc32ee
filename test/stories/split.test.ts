import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Story, startStory } from '../support/story.ts'

let story: Story
let first: string
beforeEach(async () => {
  story = await startStory()
  first = await story.says('zhao', '二楼打印机卡纸，另外VPN连不上')
})
afterEach(() => story.end())

describe('a report that holds two troubles', () => {
  it('RS.5a is split by the engineer: both sides read it, and the customer can say that it is one', async () => {
    await story.says('li', 'claim HX-1')
    const asked = await story.presses('li', { flow: 'split', item: 'HX-1' })
    expect(asked).toMatchObject({ form: { fields: [{ initial: 'VPN连不上' }] } })
    story.sleeps(60_000)
    await story.fills('li', { flow: 'split', item: 'HX-1' }, { text: 'VPN连不上' })
    const [one, two] = [await story.ticket('HX-1'), await story.ticket('HX-2')]
    expect(one.splitOff).toEqual(['HX-2'])
    expect(two).toMatchObject({
      text: 'VPN连不上',
      reporter: 'zhao',
      splitFrom: 'HX-1',
      acceptedAt: one.acceptedAt,
      category: { value: 'network' },
    })
    expect(two.place?.conversation).toBe(one.message?.conversation)
    const shown = story.shown('direct:zhao')
    expect(shown).toContain('李伟将报障中的另一个问题拆分为HX-2')
    expect(shown).toContain('已从HX-1拆分，编号HX-2')
    expect(shown).toContain('{"flow":"mark_duplicate","item":"HX-2","choice":"origin"}')
    expect(story.shown('direct:li')).toContain('HX-2 · VPN连不上')
    const together = await story.presses('zhao', { flow: 'mark_duplicate', item: 'HX-2', choice: 'origin' })
    expect(together).toMatchObject({
      kind: 'ask',
      form: { fields: [{ initial: 'HX-1' }, { initial: '与HX-1是同一个问题。' }] },
    })
    await story.fills(
      'zhao',
      { flow: 'mark_duplicate', item: 'HX-2', choice: 'origin' },
      { master: 'HX-1', reason: '与HX-1是同一个问题。' },
    )
    expect((await story.ticket('HX-2')).cancelled).toMatchObject({ how: 'duplicate', master: 'HX-1' })
    expect(story.problems).toEqual([])
  })

  it('RS.5a is split by the customer, in words and in the form', async () => {
    await story.says('li', 'claim HX-1')
    const form = await story.presses('zhao', { flow: 'split', item: 'HX-1' })
    expect(form).toMatchObject({
      kind: 'ask',
      form: { fields: [{ initial: 'VPN连不上' }] },
    })
    const whole = { text: '二楼打印机卡纸，另外VPN连不上' }
    expect(await story.fills('zhao', { flow: 'split', item: 'HX-1' }, whole)).toMatchObject({ kind: 'amend' })
    await story.says('zhao', '拆分 HX-1 VPN连不上')
    expect(await story.ticket('HX-2')).toMatchObject({ reporter: 'zhao', splitFrom: 'HX-1', status: 'new' })
    await story.says('sun', 'split HX-1: 投影仪也不亮')
    expect((await story.ticket('HX-1')).splitOff).toEqual(['HX-2', 'HX-3'])
    const again = await story.presses('zhao', { flow: 'split', item: 'HX-1' })
    expect(again, 'once it was split, all of it').toMatchObject({
      form: { fields: [{ initial: '二楼打印机卡纸，另外VPN连不上' }] },
    })
    expect((await story.ticket('HX-3')).reporter).toBe('zhao')
    expect(story.shown('direct:zhao')).not.toContain('"choice":"origin"},"style":"primary"')
    expect(story.problems).toEqual([])
  })

  it('RS.5a a second press of the same form splits nothing off again', async () => {
    const press = { flow: 'split', item: 'HX-1', seen: 2 }
    await story.fills('zhao', press, { text: 'VPN连不上' })
    expect(await story.fills('zhao', press, { text: 'VPN 还是连不上' })).toMatchObject({ kind: 'show' })
    expect((await story.ticket('HX-1')).splitOff).toEqual(['HX-2'])
  })

  it('in the thread of the report the words alone are enough', async () => {
    await story.says('zhao', '拆分：VPN连不上', { thread: first })
    expect((await story.ticket('HX-2')).text).toBe('VPN连不上')
  })
})
