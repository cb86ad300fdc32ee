import { describe, expect, it } from 'vitest'
import { asksHowItStands, isCourtesy } from '../../flows/shared/courtesy.ts'

describe('words that only greet, thank or agree', () => {
  it.each([
    ...[
      'thanks',
      'thank you so much!',
      'no problem',
      'you’re welcome',
      'Perfect, thanks :tada:',
      ':party-parrot:',
    ],
    ...[
      '謝謝',
      '没问题',
      '沒問題，謝謝',
      '不客气',
      '太好了',
      '非常满意！',
      '好評',
      '晚安',
      '收到👌',
      '\u2066好的\u2069',
      'ｏｋ',
    ],
    ...['thanks @Wang Wei', '@Wang Wei thanks', '谢谢 @王芳', '@Wang Wei，謝謝 :pray:'],
  ])('are known: %s', (words) => {
    expect(isCourtesy(words, ['Wang Wei', '王芳'])).toBe(true)
  })

  it.each([
    'perfectly normal?',
    '不满意',
    'no good',
    'no problem report opens',
    '不客气地说，系统很慢',
    'thanks @Wang Wei the VPN is down',
  ])('are none where more is said: %s', (words) => {
    expect(isCourtesy(words, ['Wang Wei'])).toBe(false)
  })
})

describe('words that only ask how things stand', () => {
  it.each([
    ...['How does it stand?', 'any news?', 'Hi, any update on my ticket yet? Thanks', 'what’s the status?'],
    ...['进展如何？', '您好，请问现在处理得怎么样了？', '修好了吗', '@王芳 有消息嗎？'],
  ])('are known: %s', (words) => {
    expect(asksHowItStands(words, ['王芳'])).toBe(true)
  })

  it.each([
    ...[
      'thanks',
      '好的',
      'any news site is blocked',
      'is it fixed that the VPN asks twice?',
      'now the VPN is down',
    ],
    ...[
      '现在上不了网',
      '现在不行',
      '没有，现在不好',
      'no, not now',
      '怎么样才能登录？',
      '进展如何？另外打印机坏了',
      'status page shows an error',
    ],
  ])('are none where something else is said: %s', (words) => {
    expect(asksHowItStands(words)).toBe(false)
  })
})
