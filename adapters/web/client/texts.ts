import { en } from './texts/en.ts'
import { zhCN } from './texts/zh-CN.ts'
import type { Language } from './wire.ts'

/** Every word of the page itself, in one typed shape. */
export type PageTexts = typeof en

const dictionaries: { readonly [language in Language]: PageTexts } = { en, 'zh-CN': zhCN }

/** The page's words in a language. */
export const texts = (language: Language): PageTexts => dictionaries[language]
