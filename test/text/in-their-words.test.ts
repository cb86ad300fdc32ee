import { describe, expect, it } from 'vitest'
import { inTheirWords } from '../../src/text/in-their-words.ts'

describe('a name in both scripts', () => {
  it('is read in the reader’s', () => {
    expect(inTheirWords('云衡运维 / Yunheng Operations', 'zh-CN')).toBe('云衡运维')
    expect(inTheirWords('云衡运维 / Yunheng Operations', 'en')).toBe('Yunheng Operations')
    expect(inTheirWords('Yunheng IT / 云衡IT', 'en')).toBe('Yunheng IT')
  })

  it('is whole where it is one name, or not plainly two', () => {
    for (const name of [
      'Bluebird Books',
      '华信制造 · 云衡运维',
      'Sales / Support',
      'A / 乙 / C',
      '华信/HX',
      ' / ',
    ])
      for (const language of ['en', 'zh-CN'] as const) expect(inTheirWords(name, language)).toBe(name)
  })
})
