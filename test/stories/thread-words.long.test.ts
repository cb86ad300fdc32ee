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

  it('is offered beside the answer to what reads as a question, too', async () => {
    const thread = await story.says('emma', laptops.emma.words)
    await story.says('emma', 'Could someone create an account for Tom?', { thread })
    expect(flowsOf('direct:emma').at(-1)).toBe('report')
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

describe('what else is said in the thread of a ticket that is worked on', () => {
  const said = (who: Who) => last(`direct:${who}`).card
  const begun = async (who: Who): Promise<string> => {
    const thread = await story.says(who, laptops[who].words)
    await story.presses('li', { flow: 'claim', item: laptops[who].id })
    return thread
  }
  /** What rings for who has it. */
  const rungFor = () => story.posts('direct:li').map(({ card }) => card.summary)

  it.each<[Who, string, string, string]>([
    ['emma', 'please hurry', 'I passed on that BB-1 is urgent for you.', 'asked to speed it up'],
    [
      'emma',
      'please hurry, customers are waiting',
      'I passed on that BB-1 is urgent for you.',
      'speed it up',
    ],
    ['emma', 'we need it before 3 pm', 'I passed on your deadline for BB-1.', 'named a deadline'],
    ['emma', 'can you fix it by tomorrow noon', 'I passed on your deadline', 'named a deadline'],
    ['zhao', '快点，客户都等着呢', '已转达您对HX-1的催促。', '催促尽快处理'],
    ['zhao', '麻烦催一下', '已转达您对HX-1的催促。', '催促尽快处理'],
    ['zhao', '三点前要用', '已转达您对HX-1的时间要求。', '提出了时间要求'],
    ['zhao', '下午三点之前必须修好', '已转达您对HX-1的时间要求。', '提出了时间要求'],
  ])('M2.3 %s reads who is on it and until when, and may escalate: %s', async (who, words, passed, told) => {
    const { id } = laptops[who]
    await story.says(who, words, { thread: await begun(who) })
    const { summary, buttons } = said(who)
    expect(summary).toContain(passed)
    expect(summary).toContain(
      who === 'emma'
        ? 'Li Wei (李伟) is working on BB-1. A solution is promised by 02:10 GMT.'
        : 'HX-1由李伟处理。承诺10:10前解决。',
    )
    expect(buttons.map(({ press }) => press.flow)).toEqual(['escalate'])
    expect(await story.presses(who, pressOf(`direct:${who}`, 'escalate'))).toMatchObject({
      kind: 'ask',
      form: { flow: 'escalate', item: id, fields: [{ initial: words }] },
    })
    const toLi = rungFor().at(-1) ?? ''
    expect(toLi, 'who has it reads it as what it is').toContain(words)
    expect(last('direct:li').card.tone).toBe('warning')
    expect(toLi).toMatch(who === 'emma' ? /催促尽快处理|提出了时间要求/ : told)
    expect(await exists(laptops[who].next)).toBe(false)
  })

  it.each<[Who, string]>([
    ['emma', 'it is still broken'],
    ['emma', 'still down'],
    ['emma', 'it happens again'],
    ['emma', 'not solved'],
    ['zhao', '还是不行'],
    ['zhao', '又坏了'],
    ['zhao', '没解决'],
  ])('%s reads who is on it and until when: %s', async (who, words) => {
    await story.says(who, words, { thread: await begun(who) })
    expect(said(who).summary).toMatch(
      who === 'emma'
        ? /^Noted in BB-1 and passed on\. Li Wei \(李伟\) is working on BB-1\. A solution is promised by/
        : /^已记入HX-1并转告工程师。HX-1由李伟处理。承诺/,
    )
    expect(said(who).buttons).toEqual([])
    expect(rungFor().at(-1)).toContain(words)
  })

  it.each<[Who, string, string]>([
    [
      'emma',
      'it works now',
      'Good to hear; it is noted in BB-1. You will be asked to confirm before it is closed.',
    ],
    ['zhao', '已经好了', '好的，已记入HX-1。关闭前会请您确认。'],
    ['zhao', '已解决', '好的，已记入HX-1。关闭前会请您确认。'],
    ['emma', 'yes', 'Added to BB-1.'],
    ['zhao', '不是', '已加入HX-1。'],
  ])('%s is told what comes next where it works: %s', async (who, words, answer) => {
    await story.says(who, words, { thread: await begun(who) })
    expect(said(who).summary).toBe(answer)
  })

  it.each<[Who, string]>([
    ['emma', 'never mind'],
    ['emma', 'please forget it, not needed any more'],
    ['zhao', '算了'],
    ['zhao', '不用修了，谢谢'],
  ])('RS.8 %s is asked whether to withdraw it, and nothing ends by words: %s', async (who, words) => {
    await story.says(who, words, { thread: await begun(who) })
    expect(flowsOf(`direct:${who}`)).toEqual(['cancel'])
    expect(await story.ticket(laptops[who].id)).toMatchObject({ status: 'in_progress' })
    expect(await story.presses(who, pressOf(`direct:${who}`, 'cancel'))).toMatchObject({
      kind: 'ask',
      form: { flow: 'cancel', fields: [{ initial: words }] },
    })
  })

  it.each<[Who, string, string]>([
    ['emma', 'thanks', 'You are welcome.'],
    ['emma', 'thank you so much!', 'You are welcome.'],
    ['zhao', '谢谢', '不客气。'],
    ['zhao', '辛苦了', '不客气。'],
  ])('thanks are in the record and ring for nobody: %s, %s', async (who, words, answer) => {
    const thread = await begun(who)
    const before = rungFor().length
    await story.says(who, words, { thread })
    expect(said(who).summary).toBe(answer)
    expect((await story.types(laptops[who].id)).at(-1)).toBe('ticket.message_added')
    expect(rungFor()).toHaveLength(before)
  })

  it('M2.C1 thanks are no answer to what is asked', async () => {
    const thread = await begun('emma')
    const asks = { kind: 'information', text: 'Which model?', of: 'emma' }
    await story.fills('li', { flow: 'ask', item: 'BB-1' }, asks)
    await story.says('emma', 'thanks', { thread })
    expect(said('emma').summary).toContain('You are welcome.')
    expect(said('emma').summary).toContain('still awaited from you')
    expect(flowsOf('direct:emma')).toEqual(['answer'])
    await story.says('emma', 'thank you')
    expect(said('emma').summary, 'nor outside of its thread').toContain('You are welcome')
    expect(await story.ticket('BB-1')).toMatchObject({ status: 'on_hold' })
  })

  it('before anybody took it, names whose queue it is in and both promises', async () => {
    const thread = await story.says('emma', laptops.emma.words)
    await story.says('emma', 'please hurry', { thread })
    expect(said('emma').summary).toMatch(
      /Nobody has taken BB-1 yet; it is in Li Wei \(李伟\)’s queue\. Somebody responds by .* A solution is promised by/,
    )
  })

  it('is told to the newest ticket of a conversation without threads in the same words', async () => {
    await story.end()
    story = await startStory({ flat: true })
    await begun('zhao')
    for (const [words, answer] of [
      ['快点，客户都等着呢', '已转达您对HX-1的催促。'],
      ['三点前要用', '已转达您对HX-1的时间要求。'],
      ['还是不行', '已记入HX-1并转告工程师。'],
    ] as const) {
      await story.says('zhao', words)
      expect(said('zhao').summary, words).toContain(answer)
    }
  })
})

describe('how it is, said in the thread of a ticket that waits for consent or is closed', () => {
  it.each<[Who, string]>([
    ['emma', 'it is still broken'],
    ['emma', 'still down'],
    ['zhao', '还是不行'],
  ])('RS.C1b asks its one question with its two buttons: %s, %s', async (who, words) => {
    const { id } = laptops[who]
    const thread = await story.says(who, laptops[who].words)
    await story.presses('li', { flow: 'claim', item: id })
    await story.fills('li', { flow: 'resolve', item: id }, { description: 'done', workaround: 'no' })
    await story.says(who, words, { thread })
    expect(flowsOf(`direct:${who}`)).toEqual(['confirm_solution', 'reject_solution'])
    await story.presses(who, { flow: 'confirm_solution', item: id })
    await story.presses('chen', { flow: 'close', item: id })
    await story.says(who, words, { thread })
    expect(flowsOf(`direct:${who}`)).toEqual(['reopen', 'report'])
    expect(last(`direct:${who}`).card.summary).toContain(
      who === 'emma' ? 'Is it that again?' : '是同样的问题又出现了吗？',
    )
    await story.says(who, who === 'emma' ? 'all good now' : '已经好了', { thread })
    expect(flowsOf(`direct:${who}`), 'nothing is to be done where it works').toEqual([])
    await story.says(who, who === 'emma' ? 'thanks' : '谢谢', { thread })
    expect(last(`direct:${who}`).card.summary).toBe(who === 'emma' ? 'You are welcome.' : '不客气。')
  })
})
