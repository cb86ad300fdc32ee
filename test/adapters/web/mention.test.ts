import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeMention, isBegunMention, mentioned, mentionPieces } from '../../../adapters/web/mention.ts'

describe('a mention', () => {
  it.each([
    ['@Accord help', 'help'],
    ['@accord, the VPN is down', 'the VPN is down'],
    ['@ACCORD：打印机坏了', '打印机坏了'],
    ['请@运维看一下打印机', '请看一下打印机'],
    ['@运维全公司断网', '全公司断网'],
    ['our VPN is down @Accord', 'our VPN is down'],
    ['@Accord', ''],
    ['thanks @Accord.', 'thanks .'],
    ['@Accord\nsecond line', 'second line'],
  ])('in “%s” addresses the bot with “%s”', (text, words) => {
    expect(mentioned(text)).toEqual({ addressed: true, words })
  })

  it.each([
    'mail me at help@accord.example',
    '@accordion is out of tune',
    '@accord.example has no MX record',
    'accord is a word',
    '@everyone',
    '@@accord',
  ])('is not in “%s”', (text) => {
    expect(mentioned(text)).toEqual({ addressed: false, words: text })
  })

  it('is set off without losing or adding a character', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('@Accord', '@运维', ' ', 'a', '。', '\n', '@')), (parts) => {
        const text = parts.join('')
        const pieces = mentionPieces(text)
        expect(pieces.join('')).toBe(text)
        expect(pieces.length > 1).toBe(mentioned(text).addressed)
      }),
    )
  })

  it('T45 is found in linear time', () => {
    const text = `${'@accor '.repeat(40_000)}${'@'.repeat(40_000)}`
    expect(mentioned(text).addressed).toBe(false)
  })

  it('begun before the cursor is completed there', () => {
    expect(isBegunMention('hello @ac', 9)).toBe(true)
    expect(isBegunMention('hello @', 7)).toBe(true)
    expect(isBegunMention('hello @bob', 10)).toBe(false)
    expect(isBegunMention('me@', 3)).toBe(false)
    expect(completeMention('hi @ac, thanks', 6)).toBe('hi @Accord , thanks')
  })
})
