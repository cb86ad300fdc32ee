import { describe, expect, it } from 'vitest'
import { isCourtesy } from '../../flows/shared/courtesy.ts'

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
