import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Press } from '../../src/chat/card.ts'
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
  zhao: ['二楼打印机卡纸了', '申请一台笔记本电脑', 'VPN连不上'],
  emma: ['The printer on floor 2 is jammed', 'I need a new laptop', 'VPN does not connect'],
} as const
const report = async (who: Who, count: number): Promise<void> => {
  for (const words of reports[who].slice(0, count)) await story.says(who, words)
}
const answer = (who: string) => {
  const post = story.posts(`direct:${who}`).at(-1)
  if (post === undefined) throw new Error(`nothing was said to ${who}`)
  return post.card
}
const pressesOf = (who: string) =>
  answer(who).buttons.map(({ press: { flow, item } }) => (item === undefined ? flow : `${flow} ${item}`))
const idOf = (who: Who, number: number) => `${keys[who]}-${number}`
const exists = async (id: string) => (await story.store.load([id])).length > 0
const messagesOf = async (id: string) =>
  (await story.store.events(id)).flatMap(({ event }) =>
    event.type === 'ticket.message_added' && 'text' in event ? [event.text] : [],
  )

const haste: readonly (readonly [Who, string])[] = [
  ['emma', 'please hurry, customers are waiting'],
  ['emma', 'Hurry up!! The whole shop is waiting'],
  ['emma', 'asap please, we have a meeting at three'],
  ['zhao', '快点，客户都等着呢'],
  ['zhao', '急，客人都在排队'],
  ['zhao', '都快俩小时了没人理我，你们这服务也太差了吧'],
  ['zhao', '太不像话了，一上午没人管'],
  ['zhao', '太離譜了，都快倆小時了沒人理我'],
  ['zhao', '等了两个小时了，一个人都没有'],
  ['zhao', '你们到底管不管，急死人了'],
  ['emma', 'worst service ever, nobody is helping'],
  ['emma', 'nobody has answered me for two hours, your service is terrible'],
  ['emma', 'this is unacceptable, no reply all morning'],
]

describe('haste outside of a thread', () => {
  it.each(haste)('%s, with nothing open, is asked what is wrong: %s', async (who, words) => {
    await story.says(who, words)
    expect(await exists(idOf(who, 1))).toBe(false)
    expect(answer(who).summary).toMatch(/What is wrong\?|哪里出了问题/)
    expect(pressesOf(who)).toEqual(['report'])
  })

  it.each(haste)('%s presses for the only open ticket: %s', async (who, words) => {
    await report(who, 1)
    await story.says(who, words)
    expect(await messagesOf(idOf(who, 1))).toEqual([words])
    expect(await exists(idOf(who, 2))).toBe(false)
  })

  it.each(haste)('%s is asked which of several, the newest is not guessed: %s', async (who, words) => {
    await report(who, 3)
    await story.says(who, words)
    expect(pressesOf(who).toSorted()).toEqual([
      ...[1, 2, 3].map((number) => `add_message ${idOf(who, number)}`),
      'report',
    ])
    expect(await exists(idOf(who, 4))).toBe(false)
    const [press] = answer(who).buttons.flatMap((one) => (one.press.item === idOf(who, 2) ? [one.press] : []))
    await story.presses(who, press ?? { flow: 'none' })
    expect(await messagesOf(idOf(who, 2))).toEqual([words])
  })

  it.each([
    ['emma', 'please hurry with the printer', 1],
    ['emma', 'I need the laptop by tomorrow', 2],
    ['emma', 'we are still waiting for the laptop', 2],
    ['zhao', '打印机那边快点', 1],
    ['zhao', '帮我催催VPN', 3],
  ] as const)(
    'of %s that names a ticket goes to that one, and may be new: %s',
    async (who, words, number) => {
      await report(who, 3)
      await story.says(who, words)
      expect(await messagesOf(idOf(who, number))).toEqual([words])
      expect(pressesOf(who)).toEqual([`escalate ${idOf(who, number)}`, 'report'])
      expect(await exists(idOf(who, 4))).toBe(false)
    },
  )

  it.each([
    ['zhao', '催一下 HX-2'],
    ['zhao', '能不能催一下HX-2'],
    ['emma', 'please hurry with BB-2'],
  ] as const)('of %s that names a number goes to that one: %s', async (who, words) => {
    await report(who, 3)
    await story.says(who, words)
    expect(await messagesOf(idOf(who, 2))).toEqual([words])
    expect(pressesOf(who)).toEqual([`escalate ${idOf(who, 2)}`])
  })

  it.each([
    ['emma', 'I need it by tomorrow'],
    ['emma', 'raise the priority of my ticket'],
    ['emma', 'we are losing money here'],
    ['zhao', '明天之前要修好'],
    ['zhao', '优先级调高一点'],
  ] as const)('of %s may be a time or a priority: %s', async (who, words) => {
    await story.says(who, words)
    expect(pressesOf(who)).toEqual(['report'])
    await report(who, 1)
    await story.says(who, words)
    expect(await messagesOf(idOf(who, 1))).toEqual([words])
    expect(await exists(idOf(who, 2))).toBe(false)
  })

  it('that is typed as a command asks which, and what is wrong where there is none', async () => {
    await story.says('zhao', '麻烦催单')
    expect(answer('zhao').summary).toContain('哪里出了问题')
    await report('zhao', 2)
    await story.says('zhao', '麻烦催单')
    expect(pressesOf('zhao').toSorted()).toEqual(['escalate HX-1', 'escalate HX-2', 'report'])
    const [press] = answer('zhao').buttons.flatMap((one) => (one.press.item === 'HX-1' ? [one.press] : []))
    expect(await story.presses('zhao', press ?? { flow: 'none' })).toMatchObject({
      kind: 'ask',
      form: { flow: 'escalate', item: 'HX-1' },
    })
  })

  it.each([
    ['emma', 'please hurry, the tills are down'],
    ['emma', 'urgent: nobody can log in'],
    ['zhao', '快点，收银机坏了'],
    ['zhao', '急，需要一台新电脑'],
    ['zhao', '咖啡机太差劲了'],
    ['emma', 'the sound in the hall is terrible'],
    ['emma', 'Anna is waiting for her laptop'],
    ['emma', 'The queue at the till is stuck, customers are waiting'],
    ['zhao', '客户排队等着，收银机坏了'],
  ] as const)('that says what is wrong is a report of %s: %s', async (who, words) => {
    await report(who, 1)
    await story.says(who, words)
    expect(await story.ticket(idOf(who, 2))).toMatchObject({ text: words })
  })
})

describe('how it is, outside of a thread', () => {
  it.each([
    ['emma', 'it is still broken'],
    ['zhao', '还是不行'],
    ['zhao', '还没好呢'],
  ] as const)('%s is asked of which of several, a moment after the report too: %s', async (who, words) => {
    await report(who, 2)
    await story.says(who, words)
    expect(pressesOf(who).toSorted()).toEqual([
      ...[1, 2].map((number) => `add_message ${idOf(who, number)}`),
      'report',
    ])
    expect([...(await messagesOf(idOf(who, 1))), ...(await messagesOf(idOf(who, 2)))]).toEqual([])
  })
})

describe('a question of the only ticket', () => {
  it.each([
    ['zhao', '到底啥时候能好啊'],
    ['zhao', '究竟几点能修好'],
    ['zhao', '还没好吗'],
    ['zhao', '人呢'],
    ['zhao', '能不能给个准话'],
    ['emma', 'why is nobody answering?'],
    ['emma', 'when on earth will it be fixed?'],
    ['emma', 'is it not fixed yet?'],
  ] as const)('of %s is answered by how that one stands: %s', async (who, words) => {
    await report(who, 1)
    await story.says(who, words)
    expect(answer(who).summary).toContain(idOf(who, 1))
    expect(answer(who).summary).toMatch(/承诺10:08前解决|will be solved by|Solution/i)
    expect(await exists(idOf(who, 2))).toBe(false)
  })
})

describe('a question of several tickets', () => {
  it.each([
    ['emma', 'how are my tickets doing?'],
    ['emma', 'how is it going with my tickets'],
    ['emma', 'any news on my tickets?'],
    ['emma', 'what happened to my requests?'],
    ['emma', 'are you working on my tickets?'],
    ['emma', 'who is working on my tickets?'],
    ['emma', 'when will my issues be solved?'],
    ['emma', 'are my tickets done?'],
    ['emma', 'do I have any tickets?'],
    ['emma', 'how do I see my tickets?'],
    ['emma', 'which ticket is the oldest?'],
    ['zhao', '怎么看我的工单'],
    ['zhao', '我的单子怎么样了'],
    ['zhao', '我的工单处理得怎么样了'],
    ['zhao', '我的工单谁在处理'],
    ['zhao', '我报的那几个单子有消息吗'],
    ['zhao', '我的几个单子什么时候能好？'],
    ['zhao', '我的單子呢'],
  ] as const)('%s is answered by the list, whether none is open or several are: %s', async (who, words) => {
    await story.says(who, words)
    expect(await exists(idOf(who, 1))).toBe(false)
    await report(who, 2)
    await story.says(who, words)
    expect(answer(who).title).toBe(who === 'emma' ? '2 open · yours' : '2个未关闭的事件 · 我的')
    expect(JSON.stringify(answer(who))).not.toMatch(/Search for|搜索/)
    expect(await exists(idOf(who, 3))).toBe(false)
  })
})

const statuses = (who: Who, ...numbers: readonly number[]) => [
  ...numbers.map((number) => `status ${idOf(who, number)}`),
  'report',
]

describe('a question that names what it is about', () => {
  it.each([
    ['emma', 1, 'when will the printer be fixed?'],
    ['emma', 1, 'any news on the printer?'],
    ['emma', 1, 'who is fixing the printer?'],
    ['emma', 2, 'where is my laptop?'],
    ['emma', 3, 'is the vpn fixed yet?'],
    ['zhao', 1, '打印机什么时候能修好？'],
    ['zhao', 1, '打印机谁在处理？'],
    ['zhao', 2, '我的笔记本呢？'],
    ['zhao', 2, '笔记本电脑到哪了'],
    ['zhao', 3, 'VPN好了没'],
  ] as const)('%s is answered about ticket %i, and not about the newest: %s', async (who, number, words) => {
    await report(who, 3)
    await story.says(who, words)
    expect(answer(who).title).toContain(idOf(who, number))
    expect(await exists(idOf(who, 4))).toBe(false)
  })

  it.each([
    ['emma', 'when will the coffee machine be fixed?'],
    ['emma', 'what about the wifi?', 3],
    ['zhao', '咖啡机什么时候能修好？'],
    ['zhao', '网络怎么样了', 3],
  ] as const)(
    'of nothing that is open reads so, and what is open, never another’s promise: %s, %s',
    async (who, words, alike?: number) => {
      await story.says(who, words)
      expect(pressesOf(who)).toEqual(['report'])
      await report(who, 3)
      await story.says(who, words)
      const all = alike === undefined ? [1, 3, 2] : [alike]
      expect(pressesOf(who)).toEqual(statuses(who, ...all))
      expect(await exists(idOf(who, 4))).toBe(false)
      const press: Press = answer(who).buttons[0]?.press ?? { flow: 'none' }
      expect(await story.presses(who, press)).toMatchObject({
        card: { title: expect.stringContaining(press.item ?? '') },
      })
    },
  )

  it.each([
    [
      'emma',
      'The printer in the shop is jammed',
      'when will the printer be fixed?',
      'when will the printer on floor 2 be fixed?',
    ],
    ['zhao', '三楼打印机脱机', '打印机什么时候能修好？', '二楼的打印机什么时候能修好？'],
  ] as const)(
    'of several alike is asked which, unless it says so: %s, %s',
    async (who, another, words, exact) => {
      await report(who, 1)
      await story.says(who, another)
      await story.says(who, words)
      expect(pressesOf(who).toSorted()).toEqual(statuses(who, 1, 2).toSorted())
      await story.says(who, exact)
      expect(answer(who).title).toContain(idOf(who, 1))
    },
  )

  it('of another number is asked about, and not taken for the one like it', async () => {
    await report('zhao', 1)
    await story.says('zhao', '三楼打印机修好了吗')
    expect(answer('zhao').summary).toBe('您说的是这个吗？')
    expect(pressesOf('zhao')).toEqual(statuses('zhao', 1))
  })

  it.each([
    'why is the internet so slow today?',
    'how do I reset my password?',
    'when can I get a new monitor?',
    'where is the form for new starters?',
    'is the network down?',
    '为什么网这么慢',
    '怎么重置密码？',
    '邮件又收不到了怎么回事',
  ])('of what nobody works on yet is a report: %s', async (words) => {
    await report('zhao', 1)
    await story.says('zhao', words)
    expect(await story.ticket('HX-2')).toMatchObject({ text: words })
  })

  it('is found among all that somebody looks after, where it is none of their own', async () => {
    await report('zhao', 3)
    await story.says('sun', '打印机什么时候能修好？')
    expect(answer('sun').title).toContain('HX-1')
    await story.says('zhao', '打印机还没修好')
    expect(await messagesOf('HX-1')).toEqual(['打印机还没修好'])
  })

  it.each([
    ['emma', 'when will the vpn be fixed?', 'when will the printer be fixed?'],
    ['zhao', 'VPN什么时候能修好？', '打印机什么时候能修好？'],
  ] as const)(
    'of another ticket in a thread is not answered by what this one promises: %s, %s',
    async (who, words, own) => {
      const thread = await story.says(who, reports[who][0])
      await story.says(who, reports[who][2])
      await story.says(who, words, { thread })
      expect(pressesOf(who)).toEqual([`status ${idOf(who, 2)}`])
      expect(await messagesOf(idOf(who, 1))).toEqual([])
      await story.says(who, own, { thread })
      expect(answer(who).title).toContain(idOf(who, 1))
    },
  )

  it('T50 shows in a customer’s room nothing of another customer, whoever asks', async () => {
    await report('emma', 1)
    await story.presses('li', { flow: 'claim', item: 'BB-1' })
    await story.says('li', 'when will the printer be fixed?', { in: 'huaxin', addressed: true })
    await story.says('li', 'any news?', { in: 'huaxin', addressed: true })
    expect(story.shown('huaxin')).not.toContain('BB-1')
  })
})

describe('whether anything is pressing', () => {
  it.each([
    ['chen', 'is anything on fire?'],
    ['chen', 'how are we doing?'],
    ['chen', 'anything urgent?'],
    ['chen', '有什么着火的吗'],
    ['chen', '有没有紧急的'],
    ['zhao', '有没有紧急的？'],
    ['emma', 'Is anything on fire?'],
  ])('is answered to %s by the overview: %s', async (who, words) => {
    await story.says(who, words)
    expect(answer(who).title).toMatch(/^(Overview|总览) · /)
    expect(await story.store.load(['HX-1', 'BB-1'])).toEqual([])
  })

  it('is no question where it burns', async () => {
    await story.says('zhao', '着火了')
    expect(await story.ticket('HX-1')).toMatchObject({ text: '着火了' })
  })
})

describe('two troubles in one message', () => {
  it.each([
    ['emma', 'my laptop is slow, and also the whole warehouse network is down', 'my laptop is slow'],
    ['zhao', '我的电脑很慢，另外整个仓库的网络都断了', '我的电脑很慢'],
  ] as const)('%s can report the other by one press of the receipt: %s', async (who, text, other) => {
    const thread = await story.says(who, text)
    const [button] = story
      .posts(`direct:${who}`)
      .filter(({ place }) => place.thread === thread)
      .flatMap(({ card }) => card.buttons.filter(({ press }) => press.flow === 'split'))
    const press: Press = button?.press ?? { flow: 'none' }
    const label = who === 'emma' ? 'Report the other problem by itself' : '另一个问题单独报障'
    expect(button?.label).toBe(label)
    expect(await story.presses(who, press)).toMatchObject({ form: { fields: [{ initial: other }] } })
    await story.fills(who, press, { text: other })
    expect(await story.ticket(idOf(who, 2))).toMatchObject({ text: other, splitFrom: idOf(who, 1) })
    expect(story.shown(`direct:${who}`), 'it is offered once').not.toContain(label)
  })

  const long = {
    en: 'my laptop is slow since Monday, it takes forever to start and Excel keeps crashing, and also the whole warehouse network is down',
    zh: '我的电脑从周一开始就特别慢，开机要等十几分钟，打开表格经常卡死，有时候还闪退，重启了好几次，杀毒也做过了，换了个账号登录还是老样子，同事的电脑倒是没这样，另外整个仓库的网络都断了',
  }
  it.each([
    ['emma', 'my laptop is slow, and also the whole warehouse network is down', undefined],
    ['emma', long.en, '…the whole warehouse network is down'],
    [
      'emma',
      'My laptop is slow.\nThe whole warehouse network is down.',
      '…The whole warehouse network is down',
    ],
    ['zhao', '我的电脑很慢，另外整个仓库的网络都断了', undefined],
    ['zhao', long.zh, '…整个仓库的网络都断了'],
  ] as const)('%s has them as one ticket, filed and titled by the worse: %s', async (who, text, title) => {
    await story.says(who, text)
    expect(await story.ticket(idOf(who, 1))).toMatchObject({
      text,
      title: title ?? text,
      priority: 'P2',
      category: { value: 'network' },
    })
  })
})
