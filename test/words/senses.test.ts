import { describe, expect, it } from 'vitest'
import { askedOf } from '../../src/domain/words/senses/asked-of.ts'
import { engineersAct } from '../../src/domain/words/senses/engineers-act.ts'
import { hurrySaid } from '../../src/domain/words/senses/hurry-said.ts'
import { asksForList } from '../../src/domain/words/senses/list-asked.ts'
import { stateSaid } from '../../src/domain/words/senses/state-said.ts'
import { saysVerdict } from '../../src/domain/words/senses/verdict-said.ts'
import { reports } from '../chat/reports.ts'

const printer = 'HX-1\n三楼打印机坏了'
const tills = 'BB-1\nOur tills are down'

describe('words about a solution', () => {
  it.each([
    ...[
      '已经好了，谢谢',
      '現在可以了',
      '好了👍',
      '搞定了',
      '恢复正常了',
      '测试过了，没问题',
      '可以关单了',
      '不卡了',
      '目前看是好的',
    ],
    ...[
      'works now, thank you',
      'It’s working again 👍',
      'all good now',
      'fixed, cheers',
      'yep that did it',
      'seems fine so far',
    ],
    ...[
      'no more errors',
      'the problem is gone',
      'everything works, you can close it',
      'can confirm it is resolved',
      'wroks now',
    ],
  ])('say that it works: %s', (words) => {
    expect(stateSaid(words)).toEqual({ state: 'works', leans: true })
  })

  it.each([
    ...[
      '还是不行',
      '又来了',
      '還是一樣',
      '没好',
      '问题依旧',
      '刚才又断了',
      '还没修好',
      '依然打不开',
      '老毛病又犯了',
      '没解决，还报错',
    ],
    ...['用了十分钟又死机了', '好像还是有点慢', '不正常', '还没有', '不是已经好了，还是不行'],
    ...[
      'it happens again',
      'still down',
      'nope, same error as before',
      'No, still broken.',
      'still not wokring',
      'it’s not fixed',
    ],
    ...[
      'problem is back :(',
      'not yet',
      'it does not work',
      'unfortunately not',
      'i don’t think it’s fixed',
      'no luck',
    ],
  ])('say that it does not: %s', (words) => {
    expect(stateSaid(words)).toEqual({ state: 'fails', leans: true })
  })

  it.each(['修好了吗', 'is it fixed?', '需要一台新电脑', 'I need a new laptop', '谢谢', 'when can you come'])(
    'are none: %s',
    (words) => {
      expect(stateSaid(words)).toBeUndefined()
    },
  )

  it('name what was reported where they go on from it, and else may be another report', () => {
    expect(stateSaid('打印机又坏了')?.leans).toBe(false)
    expect(stateSaid('打印机又坏了', printer)?.leans).toBe(true)
    expect(stateSaid('the tills crashed again after 10 minutes', tills)?.leans).toBe(true)
    expect(stateSaid('三楼打印机坏了', printer)?.leans).toBe(false)
    expect(stateSaid('Our tills are down', tills)?.leans).toBe(false)
    expect(stateSaid('邮件又收不到了', printer)?.leans).toBe(false)
    expect(stateSaid('the mail server is down again', tills)?.leans).toBe(false)
    expect(stateSaid('it says “not solved” when I log in', tills)?.leans).toBe(false)
  })
})

describe('a yes or a no', () => {
  it.each([
    ...[
      '可以',
      '先别动',
      '行，你们弄吧',
      '等六点以后再说',
      '没问题，开始吧',
      '我问一下领导',
      '批了',
      '別動',
      '晚点再弄',
    ],
    ...[
      'yes, go ahead',
      'no, not before six',
      'sure, please proceed',
      'hold on, let me check with my boss',
      'No way.',
    ],
    ...['you may restart it', 'after 18:00 it’s ok', '👍'],
  ])('is known: %s', (words) => {
    expect(saysVerdict(words)).toBe(true)
  })

  it.each([
    '要多久？',
    'How long will it take?',
    '邮件也收不到了',
    'yes but the mail is down too',
    '谢谢',
    '可以登录但是打不开报表',
  ])('is none: %s', (words) => {
    expect(saysVerdict(words)).toBe(false)
  })
})

describe('haste', () => {
  it.each([
    'And please hurry',
    'please hurry up!!',
    'asap',
    '麻烦快一点',
    '急急急',
    '快点啊，业务都停了在等',
  ])('is pressed for: %s', (words) => {
    if (words.includes('停')) expect(hurrySaid(words)).toBeUndefined()
    else expect(hurrySaid(words)).toBe('haste')
  })

  it.each(['我要投诉', '找你们领导', 'I want to speak to a manager', 'escalate this please'])(
    'wants somebody above: %s',
    (words) => {
      expect(hurrySaid(words)).toBe('escalate')
    },
  )

  it.each(['urgent: the mail is down', '急诊系统打不开', 'fast user switching fails', 'quick question'])(
    'is none: %s',
    (words) => {
      expect(hurrySaid(words)).toBeUndefined()
      expect(engineersAct(words, 'Wang Fang\n王芳')).toBeUndefined()
    },
  )
})

describe('questions about a ticket', () => {
  it.each([
    ...[
      ['how', 'How does it stand?'],
      ['how', 'any news?'],
      ['how', 'Hi, any update on my ticket yet? Thanks'],
      ['how', 'what’s the status?'],
      ['how', 'is BB-1 closed?'],
      ['who', 'who is working on this?'],
      ['who', 'is anyone looking at this?'],
      ['when', 'when will BB-1 be fixed?'],
      ['when', 'ETA?'],
      ['why', 'why does it take so long?'],
    ],
    ...[
      ['how', '进展如何？'],
      ['how', '您好，请问现在处理得怎么样了？'],
      ['how', '修好了吗'],
      ['how', '有消息嗎？'],
      ['how', 'HX-1 到哪一步了'],
      ['who', '谁在处理？'],
      ['who', '有人在看吗'],
      ['when', '预计几点恢复'],
      ['when', '还要多久'],
      ['why', '为什么这么慢'],
    ],
  ])('ask %s: %s', (about, words) => {
    expect(askedOf(words)).toMatchObject({ about, leans: true })
  })

  it.each([
    ...[
      'any news site is blocked',
      'is it fixed that the VPN asks twice?',
      'now the VPN is down',
      'status page shows an error',
    ],
    ...[
      'how do I reset my password?',
      'who can access the shared folder? I get an error',
      'the fix is done',
      'thanks',
    ],
    ...[
      '怎么样才能登录？',
      '进展如何？另外打印机坏了',
      '谁动了共享盘？文件都没了',
      '怎么重置密码？',
      '现在不行',
      '好的',
    ],
  ])('are none where something else is said: %s', (words) => {
    expect(askedOf(words)?.leans).not.toBe(true)
  })
})

describe('questions about tickets', () => {
  it.each([
    ...[
      'tickets of my company',
      'how many are open?',
      'are there any P1s?',
      'show all open tickets',
      'which tickets are open',
    ],
    ...[
      'what tickets does oliver have',
      'how many tickets did we report this month?',
      'what’s overdue?',
      'list of our tickets please',
    ],
    ...[
      '我们公司的工单',
      '我们公司还有几个没解决的',
      '有P1吗',
      '現在有哪些工單',
      '孙磊报的工单有哪些',
      '这个月报了多少单',
      '超时的有哪些',
    ],
  ])('are known: %s', (words) => {
    expect(asksForList(words, '孙磊\nOliver Grant')).toBe(true)
  })

  it.each([
    ...[
      'open tickets cannot be printed in the box office',
      'my list of tickets in the cinema app is empty',
      'you can close the ticket',
    ],
    ...[
      '工单系统打不开',
      '售票机的票列表显示不出来',
      '有几台电脑没法开机',
      '有问题',
      '超时错误，登录不了',
      'we have problems',
    ],
  ])('are none: %s', (words) => {
    expect(asksForList(words)).toBe(false)
  })
})

describe('an act that only the engineers can do', () => {
  const names = 'wang\nWang Fang\n王芳'
  it.each([
    ['assign it to Wang', 'reassign'],
    ['Please reassign this ticket to Wang Fang, thanks', 'reassign'],
    ['can you hand it over to somebody else', 'reassign'],
    ['take it', 'claim'],
    ['I want to take this ticket', 'claim'],
    ['resolve it please', 'resolve'],
    ['mark it as resolved', 'resolve'],
    ['please resolve HX-7 asap', 'resolve'],
    ['转派给王芳', 'reassign'],
    ['麻烦把这单转给王芳', 'reassign'],
    ['請盡快接單', 'claim'],
    ['我要接单', 'claim'],
    ['把工单标记为已解决', 'resolve'],
  ])('is ordered: %s', (words, act) => {
    expect(engineersAct(words, names)).toBe(act)
  })

  it.each([
    ...['who takes it?', '有人接单吗', '还没人接单', '解决了', '解决了吗', '请解决一下打印机', '问题解决'],
    ...['take care', 'it takes too long', 'assign it to the printer', 'resolve the printer problem please'],
  ])('is not ordered: %s', (words) => {
    expect(engineersAct(words, names)).toBeUndefined()
  })
})

describe('a report', () => {
  // One of them says of a ticket that was solved that it goes on: that is asked about where there is such a one.
  it.each(reports.filter((words) => words !== '已解决的工单又出现报错'))(
    'is never taken for words that name nothing: %s',
    (words) => {
      expect(stateSaid(words)?.leans).not.toBe(true)
      expect(askedOf(words)?.leans).not.toBe(true)
      expect(asksForList(words)).toBe(false)
      expect(saysVerdict(words)).toBe(false)
      expect(hurrySaid(words)).toBeUndefined()
    },
  )
})
