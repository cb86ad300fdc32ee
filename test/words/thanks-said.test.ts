import { expect, it } from 'vitest'
import { hurrySaid } from '../../src/domain/words/senses/hurry-said.ts'
import { thanksSaid } from '../../src/domain/words/senses/thanks-said.ts'

it.each([
  ...[
    'thanks',
    'Thank you so much!',
    'thx!',
    'great, thanks a lot',
    'cheers mate',
    'Thanks Li Wei',
    'thank you, Wang',
  ],
  ...['谢谢', '非常感谢', '辛苦了', '谢谢李工', '多谢王老师！', '謝謝大家'],
])('thanks and says nothing else: %s', (words) => {
  expect(thanksSaid(words)).toBe('only')
})

it.each(['ok thanks', 'Okay, thank you', 'will do, thanks', '好的谢谢', '收到，谢谢'])(
  'thanks and agrees: %s',
  (words) => {
    expect(thanksSaid(words)).toBe('agreeing')
  },
)

it.each([
  ...['fixed, thanks', 'ok now, thanks', 'no thanks', 'thanks, still broken', 'thanks, when?', 'ok', 'yes'],
  ...['好了，谢谢', '谢谢，还是不行', '好的', '不用了谢谢'],
])('says more, or does not thank: %s', (words) => {
  expect(thanksSaid(words)).toBeUndefined()
})

it.each(['no rush', 'not urgent', 'no hurry, thanks', '不急', '不用催', '不着急，慢慢来'])(
  'is no haste: %s',
  (words) => {
    expect(hurrySaid(words)).toBeUndefined()
  },
)
