import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory({ flat: true })
})
afterEach(() => story.end())

const minute = 60_000
const last = (conversation: string) => {
  const post = story.posts(conversation).at(-1)
  if (post === undefined) throw new Error(`nothing stands in ${conversation}`)
  return post
}
const flowsOf = ({ card }: ReturnType<typeof last>) => card.buttons.map(({ press: { flow } }) => flow)
const shownIn = ({ card }: ReturnType<typeof last>) => JSON.stringify(card)
const messagesOf = async (id: string) =>
  (await story.store.events(id)).flatMap(({ event }) => ('text' in event ? [event.text] : []))
const exists = async (id: string) => (await story.store.load([id])).length > 0
/** The newest message in a conversation whose card offers this. */
const offering = (conversation: string, flow: string) => {
  const post = story.posts(conversation).findLast((one) => flowsOf(one).includes(flow))
  if (post === undefined) throw new Error(`nothing in ${conversation} offers ${flow}`)
  return post.ref.message
}
const resolved = async () => {
  await story.says('zhao', '三楼打印机坏了')
  await story.presses('li', { flow: 'claim', item: 'HX-1' })
  await story.fills('li', { flow: 'resolve', item: 'HX-1' }, { description: '换了硒鼓', workaround: 'no' })
  expect(await story.ticket('HX-1')).toMatchObject({ status: 'resolved' })
}

describe('plain words in a conversation without threads', () => {
  it('RS.1 are a report first, and then join the ticket they belong to, which the answer says', async () => {
    await story.says('zhao', '三楼打印机坏了')
    expect(await messagesOf('HX-1')).toContain('三楼打印机坏了')
    await story.says('zhao', '现在二楼也不行了')
    expect(await messagesOf('HX-1')).toContain('现在二楼也不行了')
    expect(await exists('HX-2')).toBe(false)
    expect(shownIn(last('direct:zhao'))).toContain('已加入HX-1')
    expect(shownIn(last('direct:zhao'))).toContain('以“报障”开头')
    expect(story.shown('direct:li')).toContain('现在二楼也不行了')
  })

  it('lead on to a new report, by the button of the answer', async () => {
    await story.says('emma', 'Our tills are down')
    await story.says('emma', 'It is the one by the door')
    const [button] = last('direct:emma').card.buttons
    if (button === undefined) throw new Error('there is no button')
    expect(await story.presses('emma', button.press)).toMatchObject({ kind: 'ask', form: { flow: 'report' } })
    await story.says('emma', 'Another problem: the mail is down')
    const [anew] = last('direct:emma').card.buttons
    if (anew === undefined) throw new Error('nothing offers to report it')
    expect(await story.presses('emma', anew.press), 'of its own, at once').toMatchObject({ kind: 'done' })
    await story.passes(1000)
    expect(await story.ticket('BB-2')).toMatchObject({ title: 'Another problem: the mail is down' })
    await story.fills('emma', { flow: 'report', choice: 'form' }, { text: 'The scanner is stuck' })
    expect(await story.ticket('BB-3')).toMatchObject({ title: 'The scanner is stuck' })
    await story.says('emma', 'Nobody can send')
    expect(await messagesOf('BB-3'), 'its receipt stands there: it is the newest').toContain(
      'Nobody can send',
    )
  })

  it.each([
    ['报障 邮件收不到了', '邮件收不到了'],
    ['报修：邮件收不到了', '邮件收不到了'],
    ['incident the mail is down', 'the mail is down'],
    ['/incident: the mail is down', 'the mail is down'],
    ['report: the mail is down', 'the mail is down'],
  ])('RS.1 are a report of their own as %j', async (words, title) => {
    await story.says('zhao', '三楼打印机坏了')
    await story.says('zhao', words, { thread: offering('direct:zhao', 'escalate') })
    expect(await story.ticket('HX-2')).toMatchObject({ title })
    await story.says('zhao', words)
    expect(await story.ticket('HX-3')).toMatchObject({ title })
  })

  it('M2.C1 answer the question that waits for them there, whatever they heard of since', async () => {
    const room = { in: 'huaxin', addressed: true }
    await story.says('zhao', '三楼打印机坏了', room)
    await story.says('zhao', '报障：邮件收不到了', room)
    for (const item of ['HX-1', 'HX-2']) await story.presses('li', { flow: 'claim', item })
    await story.fills(
      'li',
      { flow: 'ask', item: 'HX-1' },
      { kind: 'information', text: '哪一台？', of: 'zhao' },
    )
    await story.passes(1000)
    await story.fills('li', { flow: 'update', item: 'HX-2' }, { text: '正在查' })
    await story.passes(1000)
    await story.says('zhao', '东边那台', room)
    expect((await story.types('HX-1')).at(-1)).toBe('ticket.customer_answered')
    expect(last('huaxin').card.summary).toContain('已加入HX-1')
  })

  it('join the ticket the person heard of last', async () => {
    for (const words of ['三楼打印机坏了', '报障：邮件收不到了']) {
      await story.says('zhao', words)
      await story.passes(minute / 2)
    }
    await story.says('zhao', '全公司都这样')
    expect(await messagesOf('HX-2')).toContain('全公司都这样')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.passes(1000)
    await story.fills('li', { flow: 'update', item: 'HX-1' }, { text: '正在路上' })
    await story.passes(1000)
    await story.says('zhao', '谢谢，门锁着，请打电话')
    expect(await messagesOf('HX-1')).toContain('谢谢，门锁着，请打电话')
    await story.fills('li', { flow: 'note', item: 'HX-2' }, { text: '先不管它' })
    await story.passes(1000)
    await story.says('zhao', '我在三楼')
    expect(await messagesOf('HX-1'), 'what is internal brings nothing forward').toContain('我在三楼')
  })

  it('T49 join nobody else’s ticket, and none that was reported elsewhere or is over', async () => {
    const room = { in: 'huaxin', addressed: true }
    await story.says('zhao', '三楼打印机坏了', room)
    await story.says('sun', '财务的扫描仪也坏了', room)
    expect(await story.ticket('HX-2')).toMatchObject({ reporter: 'sun' })
    await story.says('zhao', '邮件也收不到了')
    expect(await story.ticket('HX-3')).toMatchObject({ reporter: 'zhao' })
    await story.says('zhao', '还是打印机', room)
    expect(await messagesOf('HX-1')).toContain('还是打印机')
    await story.fills('zhao', { flow: 'cancel', item: 'HX-1' }, { text: '自己好了' })
    await story.says('zhao', '投影仪没有信号', room)
    expect(await story.ticket('HX-4')).toMatchObject({ title: '投影仪没有信号' })
  })

  it('RS.5a join the ticket that theirs was merged into, while that one is worked on', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.says('sun', '三楼打不了')
    await story.says('li', 'duplicate HX-1 of HX-2 the same printer')
    await story.presses('zhao', { flow: 'agree_merge', item: 'HX-1' })
    await story.says('zhao', '二楼也不行了')
    expect(await messagesOf('HX-2')).toContain('二楼也不行了')
    await story.says('li', 'out of scope HX-2 not agreed')
    await story.says('zhao', '食堂的门禁打不开')
    expect((await story.ticket('HX-3')).text).toBe('食堂的门禁打不开')
    await story.says('li', 'out of scope HX-3 not agreed')
    await story.says('zhao', '停车场的灯坏了')
    expect((await story.ticket('HX-4')).text).toBe('停车场的灯坏了')
  })

  it('are left alone between people, and a greeting stays a greeting', async () => {
    const room = { in: 'huaxin', addressed: true }
    await story.says('zhao', '三楼打印机坏了', room)
    await story.says('zhao', '午饭吃什么', { in: 'huaxin', addressed: false })
    await story.says('zhao', '你好', room)
    expect(await messagesOf('HX-1')).toEqual(['三楼打印机坏了'])
    expect(shownIn(last('huaxin'))).toContain('用自己的话')
  })

  it('are edited and taken back as everywhere', async () => {
    await story.says('zhao', '三楼打印机坏了')
    const said = await story.says('zhao', '二楼也是')
    await story.changes('zhao', said, '二楼和四楼也是', { in: 'direct:zhao' })
    await story.changes('zhao', said, undefined, { in: 'direct:zhao' })
    expect((await story.types('HX-1')).slice(-2)).toEqual(['ticket.message_edited', 'ticket.message_deleted'])
  })
})

describe('plain words while a solution waits for consent', () => {
  it.each(['现在可以打印了，谢谢', '还是不行'])(
    'RS.C1b %j join the record and are asked what they mean',
    async (words) => {
      await resolved()
      await story.says('zhao', words)
      expect(await messagesOf('HX-1')).toContain(words)
      expect(await story.ticket('HX-1')).toMatchObject({ status: 'resolved' })
      expect((await story.ticket('HX-1')).resolution?.consent).toBeUndefined()
      expect(flowsOf(last('direct:zhao'))).toEqual(['confirm_solution', 'reject_solution', 'report'])
      await story.presses('zhao', last('direct:zhao').card.buttons[0]?.press ?? { flow: '' })
      expect((await story.ticket('HX-1')).resolution?.consent).toMatchObject({ by: 'zhao' })
    },
  )

  it('that begin as a button does are asked for that one', async () => {
    await resolved()
    await story.says('zhao', '未解决，还是卡纸')
    expect(await messagesOf('HX-1')).toContain('未解决，还是卡纸')
    expect(last('direct:zhao').card.summary).toContain('解决了吗')
    expect(flowsOf(last('direct:zhao'))).toEqual(['confirm_solution', 'reject_solution', 'report'])
  })

  it('that only thank may mean yes: they are asked, and nothing is noted', async () => {
    await resolved()
    const before = await story.types('HX-1')
    await story.says('zhao', '好的，谢谢')
    expect(await story.types('HX-1')).toEqual(before)
    expect(flowsOf(last('direct:zhao'))).toEqual(['confirm_solution', 'reject_solution', 'report'])
  })

  it('are a new report once the customer said that it is solved', async () => {
    await resolved()
    await story.presses('zhao', { flow: 'confirm_solution', item: 'HX-1' })
    await story.says('zhao', '投影仪没有信号')
    expect(await story.ticket('HX-2')).toMatchObject({ title: '投影仪没有信号' })
  })
})

describe('words that quote a message of the bot', () => {
  it('join its ticket: both parties read the customer’s, only the supplier the engineer’s', async () => {
    await story.says('zhao', '三楼打印机坏了')
    const card = offering('direct:zhao', 'escalate')
    await story.says('zhao', '报障：邮件收不到了')
    await story.says('zhao', '是三楼东边那台', { thread: card })
    expect(await messagesOf('HX-1')).toContain('是三楼东边那台')
    expect(last('direct:zhao').card.summary).toBe('已加入HX-1。')
    const told = story.posts('direct:li').find((post) => shownIn(post).includes('HX-1'))
    await story.says('li', '备件在二号库', { thread: told?.ref.message ?? '' })
    expect((await story.types('HX-1')).at(-1)).toBe('ticket.note_added')
    expect(shownIn(last('direct:li'))).toContain('内部备注')
    expect(story.shown('direct:zhao')).not.toContain('备件在二号库')
  })

  it('T54 stay inside where the engineers’ own conversation is quoted, and the answer says so', async () => {
    await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    const [root] = story.posts('engineers')
    await story.says('li', '用户自己把线拔了', {
      in: 'engineers',
      thread: root?.ref.message ?? '',
      addressed: true,
    })
    expect((await story.types('HX-1')).at(-1)).toBe('ticket.note_added')
    expect(shownIn(last('engineers'))).toContain('内部备注')
    expect(story.shown('huaxin')).not.toContain('把线拔了')
  })

  it('are plain words when it is of no ticket, and make it none’s', async () => {
    await story.says('zhao', '帮助')
    const help = last('direct:zhao').ref.message
    await story.says('zhao', '三楼打印机坏了', { thread: help })
    expect(await messagesOf('HX-1')).toContain('三楼打印机坏了')
    await story.fills('zhao', { flow: 'cancel', item: 'HX-1' }, { text: '自己好了' })
    await story.says('zhao', '投影仪没有信号', { thread: help })
    expect(await story.ticket('HX-2')).toMatchObject({ title: '投影仪没有信号' })
  })
})

describe('a ticket in a conversation without threads', () => {
  it('is lived through there: receipt, question, solution and survey, its card redrawn in place', async () => {
    const room = { in: 'huaxin', addressed: true }
    await story.says('zhao', '三楼打印机坏了', room)
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.fills(
      'li',
      { flow: 'ask', item: 'HX-1' },
      { kind: 'information', text: '哪一台？', of: 'zhao' },
    )
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'on_hold' })
    expect(story.shown('huaxin')).toContain('哪一台？')
    await story.says('zhao', '东边那台', room)
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'in_progress' })
    await story.fills('li', { flow: 'resolve', item: 'HX-1' }, { description: '换了硒鼓', workaround: 'no' })
    await story.presses('zhao', { flow: 'confirm_solution', item: 'HX-1' }, 'huaxin')
    await story.presses('chen', { flow: 'close', item: 'HX-1' })
    const [receipt] = story.posts('huaxin')
    expect(receipt?.redrawn).toBeGreaterThan(0)
    expect(JSON.stringify(receipt?.card)).toContain('已关闭')
    expect(story.posts('huaxin').every(({ ref }) => ref.thread === undefined)).toBe(true)
    expect(story.problems).toEqual([])
  })

  it('is made of a message that only quotes another one’s, when somebody points at it', async () => {
    await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    const thread = offering('huaxin', 'escalate')
    const pointed = { message: 'm9', author: 'sun', text: '扫描仪也坏了', in: 'huaxin', thread }
    await story.adopts('li', pointed)
    expect(await story.ticket('HX-2')).toMatchObject({ reporter: 'sun', text: '扫描仪也坏了' })
    expect(await story.adopts('li', pointed)).toMatchObject({ kind: 'refuse' })
  })
})
