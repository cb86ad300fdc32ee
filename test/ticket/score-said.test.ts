import { describe, expect, it } from 'vitest'
import { scoreSaid } from '../../src/domain/ticket/score-said.ts'

const alone = [
  ...[
    '5',
    '5!',
    '５',
    '5 stars',
    '5 Stars',
    '5 star.',
    '5/5',
    '5 out of 5',
    'five',
    'five stars',
    '5⭐',
    '5 points',
    '5️⃣',
  ],
  ...[
    '5分',
    '5 分',
    '５分！',
    '五分',
    '五星',
    '5星',
    '5颗星',
    '5顆星',
    '五星好评',
    '五星好評',
    '满分',
    '给5分',
    '打5分',
    '我给五星',
    '5\u200b分',
    '5 :star:',
  ],
  ...[
    '5-star',
    'five-star!',
    '5 of 5',
    '5⁄5',
    '5 pts',
    '(5)',
    '“5分”',
    '「５」',
    '5️⃣ ⭐',
    ':five: :star:',
    'score 5',
  ],
  ...[
    'rate it 5',
    'rate it 5 stars',
    "I'd give it 5 stars",
    'give it a 5',
    '给个5分',
    '我给你们打五分',
    '評個5分',
    '滿分',
  ],
  ...['★★★★★', '⭐⭐⭐⭐⭐', '🌟🌟🌟🌟🌟', '⭐️⭐️⭐️⭐️⭐️', '★ ★ ★ ★ ★', ':star::star::star::star::star:'],
]

describe('a score that words begin with', () => {
  it.each(alone)('is understood: %s', (said) => {
    expect(scoreSaid(said)).toMatchObject({ score: 5, comment: '', next: 'end' })
  })

  it.each([
    ['4 stars, thanks!', 4, 'thanks!'],
    ['4/5: Quick work', 4, 'Quick work'],
    ['2分，等了两天', 2, '等了两天'],
    ['2分等了两天', 2, '等了两天'],
    ['★★☆☆☆ 等了两天', 2, '等了两天'],
    ['★★★☆☆: ok', 3, 'ok'],
    ['★☆☆☆☆', 1, ''],
    ['2 it took two days', 2, 'it took two days'],
  ])('keeps what is said to it: %s', (said, score, comment) => {
    expect(scoreSaid(said)).toMatchObject({ score, comment })
  })

  it.each([
    ['5分很满意', '很满意'],
    ['5分（很快）', '（很快）'],
    ['五星支持', '支持'],
    ['五星好评，谢谢', '谢谢'],
    ['5 stars for the quick help', 'for the quick help'],
    ['5/5 great work', 'great work'],
  ])('is told from a number of something by how it goes on: %s', (said, comment) => {
    expect(scoreSaid(said)).toMatchObject({ score: 5, comment, next: 'sign', hasUnit: true })
  })

  it.each([
    '5 stars in the logo are grey',
    '5/5 ports are down',
    '5-star hotel has no internet',
    '3分区满了',
  ])('is not sure where it may count something: %s', (said) => {
    expect(['blank', 'unit']).toContain(scoreSaid(said)?.next)
  })

  it.each([
    '6 stars',
    '0',
    '10分',
    '100',
    '4.5 stars',
    '零分',
    '5/10',
    '10/10',
    '9 out of 10',
    '⭐',
    '★☆',
    '★★★★★★',
  ])('is none from 1 to 5: %s', (said) => {
    expect(scoreSaid(said)).toMatchObject({ comment: '' })
    expect(scoreSaid(said)?.score).toBeUndefined()
  })

  it.each([
    '5.5',
    '5% of all mails bounce',
    '5分钟后断网',
    '一下',
    '三楼断网',
    '5th floor is dark',
    '24/7',
    '5/5.1',
    '5/6 of the lamps',
    '2024',
    'oneself',
    '五星期',
    '4G is down',
    'rate it 5 times a day',
    '五星级酒店断网',
    'it 5 is unclear',
    '五楼',
    '满',
    '五 楼断网',
  ])('counts something else: %s', (said) => {
    expect(scoreSaid(said)).toBeUndefined()
  })
})
