import { describe, expect, it } from 'vitest'
import { cn3x3 } from '../../../src/domain/agreement/cn-3x3.ts'
import { matrixPriority } from '../../../src/domain/agreement/priority.ts'
import { suggest, worstTrouble } from '../../../src/domain/ticket/suggest/suggest.ts'
import { troublesIn } from '../../../src/domain/ticket/suggest/troubles.ts'

const priorityOf = (text: string) => {
  const { impact, urgency } = suggest(text, cn3x3)
  return matrixPriority(cn3x3, impact.value, urgency.value)
}

describe('a report of two troubles', () => {
  it.each([
    [
      'my laptop is slow, and also the whole warehouse network is down',
      ['my laptop is slow', 'the whole warehouse network is down'],
    ],
    ['I need a new laptop next week. The warehouse network is down.', undefined],
    ['HP printer on floor 2 jammed\nALSO: nobody can log in to the ERP, all stores', undefined],
    ['我的电脑很慢，另外整个仓库的网络都断了', ['我的电脑很慢', '整个仓库的网络都断了']],
    ['打印机卡纸了，还有全公司都收不到邮件', ['打印机卡纸了', '全公司都收不到邮件']],
    ['申请一台新显示器，下周要，顺便说一下全公司网络断了', undefined],
  ])('RS.5b RS.5c is filed by the worse, in whatever order they are said: %s', (text, parts) => {
    const told = troublesIn(text)
    expect(told).toHaveLength(2)
    if (parts !== undefined) expect(told).toEqual(parts)
    const [lesser = '', worse = ''] = told
    expect(worstTrouble(text, cn3x3)).toBe(worse)
    expect(priorityOf(text)).toBe(priorityOf(worse))
    expect(priorityOf(lesser)).not.toBe(priorityOf(worse))
    expect(suggest(text, cn3x3)).toEqual(suggest(worse, cn3x3))
    const turned = `${worse}. Also, ${lesser}`
    expect(suggest(turned, cn3x3).category.value).toBe(suggest(worse, cn3x3).category.value)
    expect(priorityOf(turned)).toBe(priorityOf(worse))
  })

  it('is filed by the worse however much is said of the other', () => {
    const text =
      'my laptop is slow, it takes forever to start and Excel keeps crashing sometimes when I open the report, and also the whole warehouse network is down'
    expect(suggest(text, cn3x3)).toMatchObject({ category: { value: 'network' }, urgency: { value: 'high' } })
  })

  it('is an incident where one of them is one', () => {
    expect(suggest('I need a new laptop. The printer is jammed too.', cn3x3).work).toBeUndefined()
  })
})

describe('a report of one trouble', () => {
  it.each([
    'The VPN is down for me. It works for everyone else. Not urgent.',
    'The printer is jammed. I restarted it twice. Others can print on floor 3.',
    'Our VPN has been down since nine, also it was slow yesterday',
    'Plus the scanner is broken',
    'thanks, also the mail server crashed',
    '打印机卡纸了，还有三张没打出来',
    '电脑蓝屏了。重启过三次。不急',
  ])('is read as a whole, with what makes it lighter: %s', (text) => {
    expect(troublesIn(text)).toEqual([text])
    expect(worstTrouble(text, cn3x3)).toBeUndefined()
  })

  it('T45 is read in no time, however it is made', () => {
    for (const piece of ['also ', '. ', ' , ', '另外', 'the network is down. also the printer is broken. '])
      expect(troublesIn(piece.repeat(5_000)).length, piece).toBeLessThanOrEqual(40)
  })
})
