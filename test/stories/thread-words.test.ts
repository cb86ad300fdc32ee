import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const laptops = {
  emma: { id: 'BB-1', next: 'BB-2', room: 'bluebird', words: 'My laptop does not start any more' },
  zhao: { id: 'HX-1', next: 'HX-2', room: 'huaxin', words: '我的笔记本开不了机' },
} as const
type Who = keyof typeof laptops

const last = (conversation: string) => {
  const post = story.posts(conversation).at(-1)
  if (post === undefined) throw new Error(`nothing stands in ${conversation}`)
  return post
}
const pressOf = (conversation: string, flow: string) => {
  const found = last(conversation).card.buttons.find(({ press }) => press.flow === flow)
  if (found === undefined) throw new Error(`${conversation} offers no ${flow}`)
  return found.press
}
const flowsOf = (conversation: string) => last(conversation).card.buttons.map(({ press: { flow } }) => flow)
const exists = async (id: string) => (await story.store.load([id])).length > 0

describe('a trouble or a request of its own, said in the thread of another ticket', () => {
  it.each<[Who, string]>([
    ['emma', 'the mail server is down for everybody'],
    ['emma', 'I need access to the shared drive'],
    ['zhao', '邮件服务器挂了，所有人都收不到邮件'],
    ['zhao', '我要申请共享盘权限'],
  ])('is one press away from a ticket with these very words: %s, %s', async (who, words) => {
    const { id, next, words: first } = laptops[who]
    const room = `direct:${who}`
    const thread = await story.says(who, first)
    await story.presses('li', { flow: 'claim', item: id })
    await story.says(who, words, { thread })
    expect(last(room).place.thread).toBe(thread)
    expect(last(room).card.buttons.map(({ label }) => label)).toEqual([
      who === 'emma' ? 'Report it as a new problem' : '作为新问题报障',
    ])
    expect(await exists(next)).toBe(false)
    const press = pressOf(room, 'report')
    expect(await story.presses(who, press)).toMatchObject({ kind: 'done' })
    expect(await story.ticket(next)).toMatchObject({ text: words, reporter: who })
    const heard = (await story.store.events(id)).map(({ event }) => event)
    expect(heard.at(-1)).toMatchObject({ type: 'ticket.message_added', text: words, apartAs: next })
    expect(story.shown(room), 'where it was said reads where it went').toContain(
      who === 'emma' ? `You reported this as ${next}` : `您已将此另行报障为${next}`,
    )
    expect(story.shown('engineers'), 'and so do those who work on the first one').toContain(
      who === 'emma' ? `Emma Clarke已将此另行报障为${next}` : `赵敏已将此另行报障为${next}`,
    )
    expect(await story.presses(who, press), 'pressed again').toMatchObject({ kind: 'refuse' })
    expect(await exists(next.replace('2', '3'))).toBe(false)
  })

  it.each<[Who, string]>([
    ['emma', 'The serial number is 12345'],
    ['emma', 'the laptop is in room 204'],
    ['zhao', '序列号是12345'],
  ])('is not made of what belongs to the ticket: %s, %s', async (who, words) => {
    const thread = await story.says(who, laptops[who].words)
    await story.says(who, words, { thread })
    expect(flowsOf(`direct:${who}`)).toEqual([])
  })

  it('RS.C1b is offered beside the question whether the first one is solved, and in a conversation without threads', async () => {
    const thread = await story.says('emma', laptops.emma.words)
    await story.presses('li', { flow: 'claim', item: 'BB-1' })
    await story.fills('li', { flow: 'resolve', item: 'BB-1' }, { description: 'done', workaround: 'no' })
    await story.says('emma', 'the mail server is down', { thread })
    expect(flowsOf('direct:emma')).toEqual(['confirm_solution', 'reject_solution', 'report'])
    await story.end()
    story = await startStory({ flat: true })
    await story.says('emma', laptops.emma.words)
    await story.says('emma', 'the mail server is down')
    expect(last('direct:emma').card.buttons).toMatchObject([{ press: { choice: 'anew:BB-1' } }])
  })

  it('M2.C1 ends no wait for an answer when it is reported apart', async () => {
    const thread = await story.says('emma', laptops.emma.words)
    await story.presses('li', { flow: 'claim', item: 'BB-1' })
    await story.fills(
      'li',
      { flow: 'ask', item: 'BB-1' },
      { kind: 'approval', text: 'Reset it?', of: 'oliver' },
    )
    await story.says('emma', 'the mail server is down for everybody', { thread })
    expect(flowsOf('direct:emma')).toContain('report')
    await story.presses('emma', pressOf('direct:emma', 'report'))
    expect(await story.ticket('BB-1')).toMatchObject({ status: 'on_hold' })
    expect(await story.ticket('BB-2')).toMatchObject({ text: 'the mail server is down for everybody' })
  })
})

describe('a look-up in a ticket’s thread', () => {
  it.each<[Who, string]>([
    ['emma', 'find printer'],
    ['emma', 'find my printer tickets'],
    ['emma', 'search for the printer'],
    ['emma', 'my tickets'],
    ['emma', 'what is open?'],
    ['emma', 'list open tickets'],
    ['zhao', '查 打印机'],
    ['zhao', '我的工单'],
    ['zhao', '还有哪些没解决'],
  ])('is answered as it is anywhere else: %s, %s', async (who, words) => {
    await story.says(who, who === 'emma' ? 'The printer is jammed' : '三楼打印机坏了')
    const thread = await story.says(who, who === 'emma' ? 'report: The mail is down' : '报障 邮件收不到了')
    await story.says(who, words)
    const elsewhere = last(`direct:${who}`).card
    const before = await story.types(laptops[who].next)
    await story.says(who, words, { thread })
    expect(last(`direct:${who}`).card).toEqual(elsewhere)
    expect(elsewhere.list, words).toBeDefined()
    expect(await story.types(laptops[who].next)).toEqual(before)
  })
})
