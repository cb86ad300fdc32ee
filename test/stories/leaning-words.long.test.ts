import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const resolve = async (id: string): Promise<void> => {
  await story.presses('li', { flow: 'claim', item: id })
  await story.fills('li', { flow: 'resolve', item: id }, { description: 'done', workaround: 'no' })
}
const close = async (id: string, who: string): Promise<void> => {
  await resolve(id)
  await story.presses(who, { flow: 'confirm_solution', item: id })
  await story.presses('chen', { flow: 'close', item: id })
}
const last = (conversation: string) => {
  const post = story.posts(conversation).at(-1)
  if (post === undefined) throw new Error(`nothing stands in ${conversation}`)
  return post
}
const flowsOf = (conversation: string) => last(conversation).card.buttons.map(({ press: { flow } }) => flow)
const pressOf = (conversation: string, flow: string, item?: string) => {
  const found = last(conversation).card.buttons.find(
    ({ press }) => press.flow === flow && (item === undefined || press.item === item),
  )
  if (found === undefined) throw new Error(`${conversation} offers no ${flow}`)
  return found.press
}
const messagesOf = async (id: string) =>
  (await story.store.events(id)).flatMap(({ event }) =>
    event.type === 'ticket.message_added' && 'text' in event ? [event.text] : [],
  )
const exists = async (id: string) => (await story.store.load([id])).length > 0
const textOf = (reply: unknown, field: string) =>
  (reply as { form: { fields: { name: string; initial?: string }[] } }).form.fields.find(
    ({ name }) => name === field,
  )?.initial

describe('words about a solution outside of its thread', () => {
  it.each([
    ['zhao', 'HX-1', '三楼打印机坏了', '还是不行'],
    ['emma', 'BB-1', 'Our tills are down', 'it happens again'],
    ['emma', 'BB-1', 'Our tills are down', 'works now, thank you'],
    ['zhao', 'HX-1', '远程桌面连不上', '还是不行啊，登进去没两分钟又掉了'],
    ['zhao', 'HX-1', '远程桌面连不上', '没好，点开后转圈圈就没了'],
    ['zhao', 'HX-1', '远程桌面连不上', '没用，重新登了几次都被踢出来'],
    ['emma', 'BB-1', 'Our tills are down', 'no good, customers get charged twice'],
    ['emma', 'BB-1', 'Our tills are down', 'still not working, the receipts come out in gibberish'],
  ])('RS.C1b %s is asked whether %s is solved: %s, %s', async (who, id, report, words) => {
    await story.says(who, report)
    await resolve(id)
    await story.says(who, words)
    expect(await messagesOf(id)).toEqual([words])
    expect(flowsOf(`direct:${who}`)).toEqual(['confirm_solution', 'reject_solution', 'report'])
    expect(await story.ticket(id)).toMatchObject({ status: 'resolved' })
    const reply = await story.presses(who, pressOf(`direct:${who}`, 'reject_solution'))
    expect(textOf(reply, 'text')).toBe(words)
    const anew = await story.presses(who, pressOf(`direct:${who}`, 'report'))
    expect(textOf(anew, 'text'), 'the form of a new report holds them too').toBe(words)
  })

  it('are a report where they name something else', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await resolve('HX-1')
    const others = ['邮件又收不到了', '王总电脑又蓝屏了', '三楼打印机坏了，同事的', '还是不行，投影仪也坏了']
    for (const [index, words] of others.entries()) {
      await story.says('zhao', words)
      expect(await story.ticket(`HX-${index + 2}`), words).toMatchObject({ text: words })
    }
  })

  it('are asked which of several they are about, and go there by the button', async () => {
    await story.says('emma', 'Our tills are down')
    await story.says('emma', 'The scanner is dead')
    await resolve('BB-1')
    await resolve('BB-2')
    await story.says('emma', 'still the same')
    expect(flowsOf('direct:emma')).toEqual(['add_message', 'add_message', 'report'])
    expect([...(await messagesOf('BB-1')), ...(await messagesOf('BB-2'))]).toEqual([])
    const reply = await story.presses('emma', pressOf('direct:emma', 'add_message', 'BB-2'))
    expect(await messagesOf('BB-2')).toEqual(['still the same'])
    expect(reply).toMatchObject({
      kind: 'show',
      card: {
        buttons: [
          { press: { flow: 'confirm_solution', item: 'BB-2' } },
          { press: { flow: 'reject_solution' } },
        ],
      },
    })
  })

  it('lead back to a ticket that was closed, or to a new report', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await close('HX-1', 'zhao')
    await story.says('zhao', '又来了')
    expect(await messagesOf('HX-1')).toEqual(['又来了'])
    expect(flowsOf('direct:zhao')).toEqual(['reopen', 'report'])
    expect(textOf(await story.presses('zhao', pressOf('direct:zhao', 'reopen')), 'text')).toBe('又来了')
    await story.says('zhao', '已经好了，谢谢')
    expect(await exists('HX-2')).toBe(false)
  })

  it.each([
    ['zhao', 'HX-1', 'VPN连不上', '又连不上了，跟早上一模一样'],
    ['zhao', 'HX-1', 'VPN连不上', '又不行了，折腾半天登进去就踢出来'],
    ['emma', 'BB-1', 'VPN does not connect', 'down again, identical to this morning'],
    ['emma', 'BB-1', 'VPN does not connect', 'it is down again, kicks me out straightaway'],
  ] as const)(
    'of %s that it is so again offer to reopen %s, which was closed, whatever detail they add: %s, %s',
    async (who, id, report, words) => {
      await story.says(who, report)
      await close(id, who)
      await story.says(who, words)
      expect(await messagesOf(id)).toEqual([words])
      expect(flowsOf(`direct:${who}`)).toEqual(['reopen', 'report'])
    },
  )

  it('join the one ticket that is worked on, and are a report where there is none', async () => {
    await story.says('emma', 'still not working')
    expect(await story.ticket('BB-1')).toMatchObject({ text: 'still not working' })
    await story.says('emma', 'still down', { in: 'bluebird', addressed: true })
    expect(await messagesOf('BB-1')).toEqual(['still down'])
    expect(await exists('BB-2')).toBe(false)
  })
})

describe('words about a solution in its thread, to nobody', () => {
  it('RS.C1b bring up the question once, for whoever reads there', async () => {
    const thread = await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    await resolve('HX-1')
    const room = { in: 'huaxin', thread, addressed: false }
    await story.says('sun', '下午开会吗', room)
    const before = story.posts('huaxin').length
    await story.says('sun', '我这边还是不行', room)
    expect(last('huaxin').place.thread).toBe(thread)
    expect(flowsOf('huaxin')).toEqual(['confirm_solution', 'reject_solution'])
    await story.says('zhao', '我也还是不行', room)
    expect(story.posts('huaxin')).toHaveLength(before + 1)
    expect(await messagesOf('HX-1')).toEqual(['下午开会吗', '我这边还是不行', '我也还是不行'])
  })
})

describe('a yes or a no to an approval outside of the thread', () => {
  it.each([
    ['sun', 'zhao', 'HX-1', '三楼打印机坏了', 'huaxin', '先别动'],
    ['sun', 'zhao', 'HX-1', '三楼打印机坏了', 'huaxin', '批准'],
    ['oliver', 'emma', 'BB-1', 'Our tills are down', 'bluebird', 'yes, go ahead'],
    ['oliver', 'emma', 'BB-1', 'Our tills are down', 'bluebird', 'no, not before six'],
  ])('M2.C1 %s is shown the two buttons: %s %s %s %s %s', async (who, reporter, id, report, room, words) => {
    await story.says(reporter, report)
    await story.presses('li', { flow: 'claim', item: id })
    await story.fills('li', { flow: 'ask', item: id }, { kind: 'approval', text: 'Reboot?', of: who })
    await story.says(who, words, { in: room, addressed: true })
    expect(flowsOf(room).slice(0, 2)).toEqual(['answer', 'answer'])
    expect(await story.ticket(id)).toMatchObject({ status: 'on_hold', ask: { kind: 'approval' } })
    expect(await messagesOf(id)).toEqual([words])
    expect(await exists(id.replace('1', '2'))).toBe(false)
  })
})

describe('a question', () => {
  it('about the ticket of a thread is answered, and passed on', async () => {
    const thread = await story.says('emma', 'Our tills are down', { in: 'bluebird', addressed: true })
    await story.says('emma', 'who is working on this?', { in: 'bluebird', thread, addressed: true })
    expect(last('bluebird').card.summary).toContain(
      'Nobody has taken BB-1 yet; it is in Li Wei (李伟)’s queue.',
    )
    await story.presses('li', { flow: 'claim', item: 'BB-1' })
    await story.fills('li', { flow: 'update', item: 'BB-1' }, { text: 'The switch is on its way' })
    await story.says('emma', 'any news?', { in: 'bluebird', thread, addressed: true })
    expect(last('bluebird').card.summary).toContain(
      'Li Wei (李伟) is working on BB-1. A solution is promised by',
    )
    expect(JSON.stringify(last('bluebird').card)).toContain('The switch is on its way')
    expect(await messagesOf('BB-1')).toEqual(['who is working on this?', 'any news?'])
  })

  it('is no answer to what is asked of the same person (M2.C1)', async () => {
    await story.says('emma', 'Our tills are down')
    await story.presses('li', { flow: 'claim', item: 'BB-1' })
    await story.fills(
      'li',
      { flow: 'ask', item: 'BB-1' },
      { kind: 'information', text: 'Which?', of: 'emma' },
    )
    await story.says('emma', 'when will BB-1 be fixed?')
    expect(last('direct:emma').card.summary).toContain('still awaited from you')
    expect(await story.ticket('BB-1')).toMatchObject({ status: 'on_hold' })
  })

  it('without a number is about the only ticket, and of several it is answered by their list', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.says('zhao', '谁在处理？')
    expect(last('direct:zhao').card.summary).toContain('HX-1还没有人接单')
    await story.says('zhao', '另外，邮件收不到了')
    await story.passes(15 * 60_000)
    await story.says('zhao', '到哪一步了？')
    expect(last('direct:zhao').card.summary).toContain('未关闭的事件 · 我的')
    await story.says('zhao', 'HX-2什么时候能好')
    expect(last('direct:zhao').card.summary).toContain('HX-2')
    expect(await exists('HX-3')).toBe(false)
  })

  it('about tickets is answered by a list, in a thread too, and never becomes one', async () => {
    const thread = await story.says('emma', 'Our tills are down', { in: 'bluebird', addressed: true })
    for (const words of ['tickets of my company', 'how many are open?', 'are there any P1s?'])
      for (const at of [
        {},
        { in: 'bluebird', addressed: true },
        { in: 'bluebird', addressed: true, thread },
      ]) {
        await story.says('emma', words, at)
        expect(last(at.in ?? 'direct:emma').card.summary, words).toContain('open')
      }
    expect(await exists('BB-2')).toBe(false)
    expect(await messagesOf('BB-1')).toEqual([])
  })
})

describe('haste', () => {
  it('belongs to what was just said, with the way to escalate that holds the words', async () => {
    await story.says('emma', 'Our tills are down', { in: 'bluebird', addressed: true })
    await story.says('emma', 'And please hurry', { in: 'bluebird', addressed: true })
    expect(await messagesOf('BB-1')).toEqual(['And please hurry'])
    expect(flowsOf('bluebird')).toEqual(['escalate'])
    const reply = await story.presses('emma', pressOf('bluebird', 'escalate'), 'bluebird')
    expect(textOf(reply, 'text')).toBe('And please hurry')
    await story.says('emma', 'pls hurry up', { in: 'bluebird', addressed: false })
    expect(await messagesOf('BB-1'), 'also where the bot is not called').toHaveLength(2)
    expect(await exists('BB-2')).toBe(false)
  })

  it('that wants somebody above opens the form of an escalation', async () => {
    await story.says('zhao', '三楼打印机坏了')
    const reply = await story.commands('zhao', '我要投诉')
    expect(reply).toMatchObject({ kind: 'ask', form: { flow: 'escalate', item: 'HX-1' } })
    expect(textOf(reply, 'text')).toBe('我要投诉')
  })
})

describe('the word of an act with what it takes after it', () => {
  it('opens an engineer’s form with it, in a thread and, of the only ticket, outside', async () => {
    const thread = await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.says('li', '解决 换了硒鼓', { in: 'huaxin', thread, addressed: true })
    const inThread = await story.presses('li', pressOf('huaxin', 'resolve'), 'huaxin')
    expect(textOf(inThread, 'description')).toBe('换了硒鼓')
    const outside = await story.commands('li', 'resolve replaced the drum')
    expect(outside).toMatchObject({ kind: 'ask', form: { flow: 'resolve', item: 'HX-1' } })
    expect(textOf(outside, 'description')).toBe('replaced the drum')
    expect(await messagesOf('HX-1')).toEqual([])
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'in_progress' })
  })
})
