import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const keys = { zhao: 'HX', emma: 'BB' } as const
type Who = keyof typeof keys
const reports = {
  zhao: ['三楼打印机卡纸', '申请给小张一台笔记本电脑'],
  emma: ['The printer on floor 3 is jammed', 'A new laptop for Dave'],
} as const
const bothReported = async (who: Who): Promise<void> => {
  for (const words of reports[who]) await story.says(who, words)
}
const exists = async (id: string) => (await story.store.load([id])).length > 0
const buttons = (who: string) => story.posts(`direct:${who}`).at(-1)?.card.buttons ?? []
const pressesOf = (who: string) =>
  buttons(who).map(({ press: { flow, item } }) => (item === undefined ? flow : `${flow} ${item}`))

/** The words that stand in the form of the one button of this flow and ticket. */
const draftIn = async (who: string, flow: string, item: string): Promise<unknown> => {
  const press = buttons(who).find(({ press }) => press.flow === flow && press.item === item)?.press
  const reply = await story.presses(who, press ?? { flow: 'none' })
  expect(reply).toMatchObject({ kind: 'ask', form: { flow, item } })
  const fields = reply?.kind === 'ask' ? reply.form.fields : []
  return fields.flatMap((field) =>
    'initial' in field && field.initial !== undefined ? [field.initial] : [],
  )[0]
}

describe('what is not wanted any more', () => {
  it.each([
    ['zhao', '这个单子 HX-2 取消'],
    ['zhao', 'HX-2 不用修了，谢谢'],
    ['zhao', '小张的电脑不要了，取消吧'],
    ['zhao', '筆記本電腦不需要了'],
    ['zhao', '笔记本不用申请了'],
    ['emma', 'we do not need BB-2 any more'],
    ['emma', 'this ticket BB-2, please cancel it'],
    ['emma', 'BB-2 is no longer needed'],
    ['emma', "cancel Dave's laptop, not needed any more"],
  ] as const)('RS.C1b of %s opens the form of the withdrawal with these words: %s', async (who, words) => {
    await bothReported(who)
    await story.says(who, words)
    const id = `${keys[who]}-2`
    expect(pressesOf(who)).toEqual([`cancel ${id}`])
    expect(await draftIn(who, 'cancel', id)).toBe(words)
    expect(await story.ticket(id)).toMatchObject({ status: 'new' })
    expect(await exists(`${keys[who]}-3`)).toBe(false)
  })

  it.each([
    ['zhao', '算了，不用修了'],
    ['zhao', '撤了吧'],
    ['emma', 'never mind, not needed any more'],
    ['emma', 'please cancel it'],
  ] as const)(
    'of %s is asked of which of several, and is nothing new where none is open: %s',
    async (who, words) => {
      await story.says(who, words)
      expect(await exists(`${keys[who]}-1`)).toBe(false)
      await bothReported(who)
      await story.says(who, words)
      expect(pressesOf(who).toSorted()).toEqual([
        ...[1, 2].map((number) => `cancel ${keys[who]}-${number}`),
        'report',
      ])
      expect(await draftIn(who, 'cancel', `${keys[who]}-1`)).toBe(words)
    },
  )

  it.each([
    ['zhao', '这个单子撤了吧'],
    ['emma', 'please withdraw this ticket'],
  ] as const)('of %s in its thread offers to withdraw that one: %s', async (who, words) => {
    const thread = await story.says(who, reports[who][0])
    await story.says(who, words, { thread })
    expect(pressesOf(who)).toEqual([`cancel ${keys[who]}-1`])
  })

  it.each([
    ['zhao', '取消Office订阅'],
    ['zhao', '订单取消不了'],
    ['zhao', '会议自动取消了'],
    ['emma', 'cancel my Office subscription'],
    ['emma', 'I cannot cancel the laptop order'],
  ] as const)('is a report of %s where it is of something else: %s', async (who, words) => {
    await bothReported(who)
    await story.says(who, words)
    expect(await story.ticket(`${keys[who]}-3`)).toMatchObject({ text: words })
  })
})

describe('an engineer', () => {
  const claimed = async () => {
    await bothReported('zhao')
    await story.presses('li', { flow: 'claim', item: 'HX-2' })
  }

  it.each([
    ['HX-2 跟客户说：下午两点到现场', 'update', '下午两点到现场'],
    ['HX-2 告訴客戶下午两点到现场', 'update', '下午两点到现场'],
    ['HX-2 tell the customer: on site at two', 'update', 'on site at two'],
    ['跟客户说：下午两点到现场', 'update', '下午两点到现场'],
    ['HX-2 回复客户：下午两点到现场', 'update', '下午两点到现场'],
    ['告诉客户下午两点到现场', 'update', '下午两点到现场'],
    ['HX-2 let the customer know: on site at two', 'update', 'on site at two'],
    ['HX-2 备注：看过交换机', 'note', '看过交换机'],
    ['HX-2 note checked the switch', 'note', 'checked the switch'],
  ])(
    'who begins with the number gets the form of what they say, and nothing is sent: %s',
    async (words, flow, draft) => {
      await claimed()
      const before = (await story.store.events('HX-2')).length
      await story.says('li', words)
      expect(pressesOf('li')).toEqual([`${flow} HX-2`])
      expect(await draftIn('li', flow, 'HX-2')).toBe(draft)
      expect(await story.store.events('HX-2')).toHaveLength(before)
    },
  )

  it.each(['HX-2 两点到现场', 'HX-2 on site at two'])(
    'reads that nothing was sent of what opens nothing: %s',
    async (words) => {
      await claimed()
      await story.says('li', words)
      expect(JSON.stringify(story.posts('direct:li').at(-1)?.card)).toContain('您的话未发送，也未记录')
      expect(pressesOf('li')).toContain('update HX-2')
      await story.says('li', 'HX-2，谢谢')
      expect(JSON.stringify(story.posts('direct:li').at(-1)?.card)).not.toContain('未发送')
    },
  )

  it.each(['HX-2 update please', 'HX-2 进展？'])('who only asks is answered: %s', async (words) => {
    await claimed()
    await story.says('li', words)
    expect(story.posts('direct:li').at(-1)?.card.title).toContain('HX-2 · 申请给小张')
  })

  it.each(['今天还有啥活', '手头还有哪些活', 'what’s on my plate today?', 'anything left to do?'])(
    'who asks for work gets the queue: %s',
    async (words) => {
      await claimed()
      await story.says('li', words)
      const queue = JSON.stringify(story.posts('direct:li').at(-1)?.card)
      expect(queue).toContain('HX-1')
      expect(queue).toContain('HX-2')
    },
  )
})
