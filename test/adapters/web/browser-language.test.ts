import { describe, expect, it } from 'vitest'
import { browserLanguage } from '../../../adapters/web/browser-language.ts'

describe('the language of a browser', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr-FR,fr;q=0.9,zh;q=0.8', 'zh-CN'],
    ['fr-FR, fr;q=0.9, en;q=0.5, zh;q=0.8', 'zh-CN'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['fr-FR,fr;q=0.9', undefined],
    ['enm, *;q=0.5', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s is %s', (accepts, language) => {
    expect(browserLanguage(accepts)).toBe(language)
  })
})
