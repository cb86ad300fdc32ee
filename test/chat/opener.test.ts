import { describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import { leadingNumber, openFlow } from '../../src/chat/opener.ts'
import { directory } from '../ticket/world.ts'
import { reports } from './reports.ts'

const keys = ['HX', 'BB']
const speaker = (id: string) => {
  const person = directory.people[id]
  if (person === undefined) throw new Error(`nobody is called ${id}`)
  return { person, keys }
}
const opened = (text: string, who = 'li') => {
  const found = openFlow(flows, text, speaker(who))
  return found && [found.flow.name, found.number, found.words]
}

describe('openFlow', () => {
  it.each(reports)('T41 leaves a customer’s report alone, however politely it is said: %s', (text) => {
    for (const said of [`please ${text}`, `Hi, ${text}`, `${text}, thanks`, `请问${text}`, `${text}，谢谢`])
      expect([said, opened(said, 'zhao')]).toEqual([said, undefined])
  })

  it.each([
    ['help please', 'help', undefined],
    ['请帮助', 'help', undefined],
    ['can you help me?', 'help', undefined],
    ['求助', 'help', undefined],
    ['你好，请问谁值班啊', 'duty', undefined],
    ['could you show me my tickets', 'status', undefined],
    ['我要催办', 'escalate', undefined],
    ['请催办', 'escalate', undefined],
    ['need help please', 'help', undefined],
    ['HX 7', 'status', 'HX-7'],
    ['请看HX 7', 'status', 'HX-7'],
    ['hx － 7 please', 'status', 'HX-7'],
    ['claim HX 7', 'claim', 'HX-7'],
    ['请升级 HX 7，谢谢', 'escalate', 'HX-7'],
    ['could you close HX-7', 'close', 'HX-7'],
  ])('opens what is asked for in other words: %s', (text, flow, number) => {
    expect(opened(text, 'zhao')?.slice(0, 2)).toEqual([flow, number])
  })

  it.each([
    'please note: the VPN is down',
    'Hello, update: Windows does not start',
    'please help, my laptop does not start',
    '帮我重启服务器',
    '求助：打印机坏了',
    '请升级系统',
    '请接单',
    'windows 7 is slow',
    'my status page shows an error',
  ])('T41 leaves what else is said so alone: %s', (text) => {
    expect(opened(text, 'zhao')).toBeUndefined()
  })

  it('keeps the sign of a number, which is no dash before words', () => {
    expect(opened('rate HX-7 -1', 'zhao')).toEqual(['rate', 'HX-7', '-1'])
    expect(opened('rate HX-7 - 4', 'zhao')).toEqual(['rate', 'HX-7', '4'])
    expect(opened('quiet -1:00-7:00', 'zhao')?.[2]).not.toBe('1:00-7:00')
  })

  it.each(reports)('T41 leaves a customer’s report alone: %s', (text) => {
    expect(opened(text, 'zhao')).toBeUndefined()
  })

  it.each([
    ['claim HX-7', 'claim', 'HX-7', ''],
    ['Claim hx7', 'claim', 'HX-7', ''],
    ['CLAIM ＃HX-7', 'claim', 'HX-7', ''],
    ['claim: HX-7', 'claim', 'HX-7', ''],
    ['claim #hx-007.', 'claim', 'HX-7', ''],
    ['/claim HX-7', 'claim', 'HX-7', ''],
    ['接单 HX-7', 'claim', 'HX-7', ''],
    ['接单HX-7', 'claim', 'HX-7', ''],
    ['接单：ＨＸ－７', 'claim', 'HX-7', ''],
    ['接单', 'claim', undefined, ''],
    ['谁值班？', 'duty', undefined, ''],
    ['Who is on duty?', 'duty', undefined, ''],
    ['who’s on duty', 'duty', undefined, ''],
    ['help!', 'help', undefined, ''],
    ['  帮助  ', 'help', undefined, ''],
    ['HX-7', 'status', 'HX-7', ''],
    ['hx7?', 'status', 'HX-7', ''],
    ['update HX-7 We replaced the router.', 'update', 'HX-7', 'We replaced the router.'],
    ['update HX-7: We replaced the router.', 'update', 'HX-7', 'We replaced the router.'],
    ['进展HX-7已更换路由器', 'update', 'HX-7', '已更换路由器'],
    ['note: HX-9 looks the same', 'note', undefined, 'HX-9 looks the same'],
    ['备注：怀疑是交换机', 'note', undefined, '怀疑是交换机'],
    ['note\nchecked the switch', 'note', undefined, 'checked the switch'],
    ['ask the customer HX-7', 'ask', 'HX-7', ''],
    ['out of scope HX-7 not in the catalogue', 'mark_out_of_scope', 'HX-7', 'not in the catalogue'],
    ['duplicate HX-7 of HX-3 same switch', 'mark_duplicate', 'HX-7', 'of HX-3 same switch'],
    ['language 中文', 'prefer_language', undefined, '中文'],
    ['语言 English', 'prefer_language', undefined, 'english'],
    ['語言：簡體中文', 'prefer_language', undefined, '简体中文'],
    ['language: Mandarin @wang', 'prefer_language', undefined, 'mandarin'],
    ['rate 5', 'rate', undefined, '5'],
    ['rate 5 @wang', 'rate', undefined, '5'],
    ['rate 5 stars, please', 'rate', undefined, '5 stars, please'],
    ['rate 5 stars thank you', 'rate', undefined, '5 stars thank you'],
    ['levels HX-7', 'levels', 'HX-7', ''],
    ['关闭（HX－7）', 'close', 'HX-7', ''],
    ['close “HX-7”', 'close', 'HX-7', ''],
    ['close ticket HX-7', 'close', 'HX-7', ''],
    ['關閉工單HX—7', 'close', 'HX-7', ''],
    ['备注 HX-7：VPN已恢复', 'note', 'HX-7', 'VPN已恢复'],
    ['note HX-7 "router" rebooted', 'note', 'HX-7', '"router" rebooted'],
    ['note 【HX-7】 rebooted', 'note', 'HX-7', 'rebooted'],
  ])('opens %j', (text, flow, number, words) => {
    expect(opened(text)).toEqual(flow === 'rate' ? undefined : [flow, number, words])
    if (flow === 'rate') expect(opened(text, 'zhao')).toEqual([flow, number, words])
  })

  it.each([
    ['rate ★★★★☆ @wang', undefined, '★★★★☆'],
    ['评价 HX-7 ⭐⭐⭐⭐', 'HX-7', '⭐⭐⭐⭐'],
    ['rate :star::star:', undefined, ':star::star:'],
    ['rate 👍', undefined, ''],
  ])('hears a score in signs: %j', (text, number, words) => {
    expect(opened(text, 'zhao')).toEqual(['rate', number, words])
  })

  it('lets the longest opening win', () => {
    expect(opened('not solved HX-7 still slow', 'zhao')).toEqual(['reject_solution', 'HX-7', 'still slow'])
    expect(opened('不同意降级 HX-7', 'zhao')?.[0]).toBe('decline_downgrade')
    expect(opened('确认收到')?.[0]).toBe('acknowledge_escalation')
  })

  it('opens a flow the speaker may not use only when nothing but a number follows, so that the refusal can say so', () => {
    expect(opened('claim HX-7', 'zhao')?.[0]).toBe('claim')
    expect(opened('queue', 'zhao')?.[0]).toBe('queue')
    expect(opened('note: the fan is loud', 'zhao')).toBeUndefined()
  })

  it('takes a customer’s text for a ticket only where there is one', () => {
    const text = 'cancel: button does nothing in the shop'
    const open = (inThread: boolean) => openFlow(flows, text, { ...speaker('zhao'), inThread })
    expect(open(false)).toBeUndefined()
    expect(open(true)?.flow.name).toBe('cancel')
    expect(openFlow(flows, 'report: VPN is down', { ...speaker('zhao'), inThread: false })?.words).toBe(
      'VPN is down',
    )
  })

  it('takes for a ticket only what begins with a customer’s letters', () => {
    expect(opened('update A4-1 tray missing')).toBeUndefined()
    expect(opened('claim KB5034441')).toBeUndefined()
    expect(opened('status F5')).toBeUndefined()
  })

  it('T45 compares a bounded head of the text, whatever its length', () => {
    expect(opened(`help${' '.repeat(100_000)}x`, 'zhao')).toBeUndefined()
    expect(opened(`claim ${'HX-'.repeat(30_000)}`)).toBeUndefined()
    expect(opened(`HX-${'7'.repeat(100_000)}`)).toBeUndefined()
    expect(opened(`${'！'.repeat(100_000)}`)).toBeUndefined()
    expect(opened(`note: ${'a '.repeat(50_000)}`)?.[2]?.length).toBe(99_999)
  })
})

describe('the openers', () => {
  const openers = flows.flatMap(({ name, opensWith }) =>
    [...opensWith.en, ...opensWith['zh-CN']].map((opener) => [opener, name] as const),
  )

  it('are in both languages for every conversation', () => {
    const byButtonAlone = ['add_message']
    for (const { name, opensWith } of flows.filter((flow) => !byButtonAlone.includes(flow.name))) {
      expect(opensWith.en.length, name).toBeGreaterThan(0)
      expect(opensWith['zh-CN'].length, name).toBeGreaterThan(0)
    }
  })

  it('belong to one conversation each, in lower case', () => {
    expect(new Set(openers.map(([opener]) => opener)).size).toBe(openers.length)
    for (const [opener] of openers) expect(opener).toBe(opener.toLowerCase().trim())
  })

  it.each(openers.filter(([opener]) => opener !== ''))('open %j alone, as %s', (opener, name) => {
    expect(opened(opener)?.[0] ?? opened(opener, 'zhao')?.[0]).toBe(name)
    expect(opened(`${opener} HX-7`)?.slice(0, 2)).toEqual([name, 'HX-7'])
  })
})

describe('leadingNumber', () => {
  it('finds the ticket a message begins with', () => {
    expect(leadingNumber('HX-7 is still slow', keys)).toEqual({ number: 'HX-7', words: 'is still slow' })
    expect(leadingNumber('HX-7：还是慢', keys)).toEqual({ number: 'HX-7', words: '还是慢' })
  })

  it.each(['(HX-7) slow', '【HX-7】slow', '"HX-7": slow', '«HX_7» slow', 'HX-7：slow', 'HX-7:slow'])(
    'finds it among signs: %s',
    (text) => {
      expect(leadingNumber(text, keys)).toEqual({ number: 'HX-7', words: 'slow' })
    },
  )

  it.each(['HX 7 is slow', '工单HX-7 is slow', 'Hi, the ticket HX-7 is slow', '你好，HX #7：is slow'])(
    'finds it however it is called: %s',
    (text) => {
      expect(leadingNumber(text, keys)).toEqual({ number: 'HX-7', words: 'is slow' })
    },
  )

  it('knows no other letters', () => {
    expect(leadingNumber('HX-7:8080 refuses connections', keys)).toBeUndefined()
    expect(leadingNumber('KB-5034 breaks the login', keys)).toBeUndefined()
  })
})
