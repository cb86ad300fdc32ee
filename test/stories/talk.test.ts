import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

describe('a customer’s channel', () => {
  it('RS.1 makes a ticket of a message that mentions the bot, and leaves people’s own talk alone', async () => {
    await story.says('zhao', '谁要一起吃午饭？', { in: 'huaxin', addressed: false })
    expect(await story.store.load(['HX-1'])).toEqual([])
    const message = await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    const receipt = story.posts('huaxin').at(0)
    expect(receipt?.place.thread).toBe(message)
    expect(receipt?.language).toBe('zh-CN')
    expect(await story.ticket('HX-1')).toMatchObject({ reporter: 'zhao', category: { value: 'printer' } })
  })

  it('RS.7 keeps what both parties say in the ticket’s thread, with every edit and deletion (PostHog#85974)', async () => {
    const thread = await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    const room = { in: 'huaxin', thread, addressed: false }
    const said = await story.says('sun', '二楼也是', room)
    await story.says('li', '我马上过去', room)
    await story.changes('sun', said, '二楼和四楼也是', room)
    await story.changes('sun', said, undefined, room)
    expect((await story.types('HX-1')).slice(-4)).toEqual([
      'ticket.message_added',
      'ticket.message_added',
      'ticket.message_edited',
      'ticket.message_deleted',
    ])
    const [history] = [await story.says('zhao', '记录 HX-1')]
    expect(history).toBeDefined()
    expect(story.shown('direct:zhao')).toContain('二楼和四楼也是')
  })

  it('T54 what engineers write in their own thread stays there', async () => {
    await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    const [root] = story.posts('engineers')
    if (root === undefined) throw new Error('the engineers were not told')
    await story.says('li', '用户自己把线拔了，别说出去', {
      in: 'engineers',
      thread: root.ref.message,
      addressed: false,
    })
    expect(await story.types('HX-1')).toContain('ticket.note_added')
    for (const customer of ['huaxin', 'direct:zhao', 'direct:sun'])
      expect(story.shown(customer)).not.toContain('别说出去')
    await story.says('zhao', '记录 HX-1')
    expect(story.shown('direct:zhao')).not.toContain('别说出去')
    await story.says('li', '记录 HX-1')
    expect(story.shown('direct:li')).toContain('别说出去')
  })
})

describe('the customer’s words outside the thread', () => {
  it('zammad#1322 answer the one request that waits for them; anything else is a new report', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.fills(
      'li',
      { flow: 'ask', item: 'HX-1' },
      { kind: 'information', text: '哪个站点？', of: 'zhao' },
    )
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'on_hold' })
    await story.says('zhao', '北京')
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'in_progress' })
    expect(await story.store.load(['HX-2'])).toEqual([])
    await story.says('zhao', '另外，邮件也收不到了')
    expect(await story.ticket('HX-2')).toMatchObject({ title: '另外，邮件也收不到了' })
  })

  it('are not made a ticket when they only greet or thank', async () => {
    for (const words of ['你好', 'thanks', '收到', 'ok']) await story.says('zhao', words)
    expect(await story.store.load(['HX-1'])).toEqual([])
    expect(story.posts('direct:zhao')).toHaveLength(4)
  })
})

describe('a word in the thread of a ticket', () => {
  it('is said to be noted to whoever speaks to the bot there, and nothing to those who talk among themselves', async () => {
    const thread = await story.says('zhao', '三楼打印机坏了')
    await story.says('zhao', '二楼也是', { thread })
    expect(story.posts('direct:zhao').at(-1)?.card.summary).toBe('已加入HX-1。')
    expect(story.posts('direct:zhao').at(-1)?.place.thread).toBe(thread)
    const room = {
      in: 'huaxin',
      thread: await story.says('sun', '门禁坏了', { in: 'huaxin', addressed: true }),
    }
    const before = story.posts('huaxin').length
    await story.says('sun', '我先刷别人的卡', { ...room, addressed: false })
    expect(story.posts('huaxin')).toHaveLength(before)
    await story.says('sun', '后门也一样', { ...room, addressed: true })
    expect(story.posts('huaxin').at(-1)?.card.summary).toBe('已加入HX-2。')
  })
})

describe('a reply to what the bot told somebody', () => {
  it('joins the ticket it was about: inside for the supplier, for both parties from the customer', async () => {
    await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.fills(
      'li',
      { flow: 'ask', item: 'HX-1' },
      { kind: 'information', text: '什么时候可以停机？', of: 'sun' },
    )
    const thread = (user: string) => story.posts(`direct:${user}`).at(-1)?.ref.message ?? ''
    await story.says('sun', '可以，请在午休时', { thread: thread('sun') })
    expect((await story.types('HX-1')).at(-1)).toBe('ticket.customer_answered')
    await story.says('li', '备件在二号库', { thread: thread('li') })
    expect((await story.types('HX-1')).at(-1)).toBe('ticket.note_added')
    expect(story.shown('direct:sun')).not.toContain('备件在二号库')
    expect(story.shown('direct:li')).toContain('内部备注')
  })
})
