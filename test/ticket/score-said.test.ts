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
    ['2 it took two days', 2, 'it took two days'],
  ])('keeps what is said to it: %s', (said, score, comment) => {
    expect(scoreSaid(said)).toMatchObject({ score, comment })
  })

  it.each(['6 stars', '0', '10分', '100'])('is none from 1 to 5: %s', (said) => {
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
    '5/6 of the lamps',
    '2024',
    'oneself',
    '五星期',
    '4G is down',
  ])('counts something else: %s', (said) => {
    expect(scoreSaid(said)).toBeUndefined()
  })
})
