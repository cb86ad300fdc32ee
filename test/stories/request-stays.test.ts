import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Story, startStory } from '../support/story.ts'

const ways = [
  { chat: 'with threads', flat: false },
  { chat: 'without threads', flat: true },
] as const

describe.each(ways)('M2.C1 a request to the customer, in a chat $chat', ({ flat }) => {
  let story: Story
  beforeEach(async () => {
    story = await startStory({ flat })
    await story.says('zhao', '全公司都连不上VPN了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
  })
  afterEach(() => story.end())

  const asks = (kind: string, of: string) =>
    story.fills('li', { flow: 'ask', item: 'HX-1' }, { kind, text: '可以停机十分钟吗？', of })
  const last = (conversation: string) => {
    const found = story.posts(conversation).at(-1)
    if (found === undefined) throw new Error(`nothing stands in ${conversation}`)
    return found.card
  }
  const acts = (conversation: string) =>
    last(conversation).buttons.map(({ press: { flow, choice } }) => choice ?? flow)
  const request = (user: string) =>
    story
      .posts(`direct:${user}`)
      .findLast(({ card }) => card.buttons.some(({ press }) => press.flow === 'answer'))
  const waits = { status: 'on_hold', ask: { kind: 'approval', of: 'sun' } }

  it('for an approval waits on when the reporter says something, who is told whose word is missing, as the engineer is', async () => {
    await asks('approval', 'sun')
    await story.says('zhao', '我在开会', { thread: 'm1' })
    expect(await story.ticket('HX-1')).toMatchObject(waits)
    expect(last('direct:zhao').summary).toBe('已加入HX-1，并转告工程师。仍待孙磊审批。')
    expect(acts('direct:zhao').filter((act) => act !== 'form')).toEqual(['contest'])
    expect(story.shown('direct:li')).toContain('我在开会')
    expect(story.shown('direct:li')).toContain('仍待孙磊审批。')
    expect(request('sun')?.card.buttons.map(({ press }) => press.choice)).toContain('approved')
  })

  it('for an approval offers its buttons again below words of who decides, and the press answers it', async () => {
    await asks('approval', 'sun')
    const asked = request('sun')?.ref.message ?? ''
    await story.says('sun', '可以，请在午休时', { thread: asked })
    expect(await story.ticket('HX-1')).toMatchObject(waits)
    expect((await story.types('HX-1')).at(-1)).toBe('ticket.message_added')
    expect(last('direct:sun').summary).toContain('仍待您决定')
    expect(acts('direct:sun').slice(0, 3)).toEqual(['approved', 'refused', 'contest'])
    expect(story.shown('direct:li')).toContain('可以，请在午休时')
    const [approve] = last('direct:sun').buttons
    if (approve === undefined) throw new Error('nothing to press')
    // It is asked once more before it counts.
    await story.presses('sun', approve.press)
    expect(await story.ticket('HX-1')).toMatchObject(waits)
    await story.fills('sun', approve.press, {})
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'in_progress' })
    expect((await story.ticket('HX-1')).ask).toBeUndefined()
  })

  it('for an approval takes words in private for no verdict either, and says how to report something new', async () => {
    await asks('approval', 'sun')
    await story.says('sun', '可以')
    expect(await story.ticket('HX-1')).toMatchObject(waits)
    expect(acts('direct:sun')).toEqual(['approved', 'refused', 'contest', 'form'])
  })

  it('for an approval passes an answer without a verdict on, of who may give none', async () => {
    await asks('approval', 'sun')
    const reply = await story.commands('zhao', '答复 HX-1：应该可以')
    expect(reply).toMatchObject({
      kind: 'show',
      card: { summary: '已加入HX-1，并转告工程师。仍待孙磊审批。' },
    })
    expect(await story.ticket('HX-1')).toMatchObject(waits)
  })

  it('for information is answered by the words of who is asked, and both sides are told', async () => {
    await asks('information', 'zhao')
    await story.says('zhao', '十二点以后', { thread: 'm1' })
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'in_progress' })
    expect(last('direct:zhao').summary).toBe('已加入HX-1，作为对请求的答复，恢复计时。')
    expect(story.shown('direct:li')).toContain('已答复，恢复计时。')
  })

  it('for information waits on when a colleague says something', async () => {
    await asks('information', 'zhao')
    await story.says('sun', 'HX-1 赵敏在开会')
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'on_hold', ask: { of: 'zhao' } })
    expect(last('direct:sun').summary).toBe('已加入HX-1，并转告工程师。仍待赵敏答复。')
    expect(acts('direct:sun')).toEqual(['answer', 'contest'])
  })
})
