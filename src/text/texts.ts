import type { Language } from '../domain/people/sides.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

/** Every sentence of the product, as one typed shape: a missing key or parameter in a language does not compile. */
export type Texts = typeof en

const dictionaries: { readonly [language in Language]: Texts } = { en, 'zh-CN': zhCN }

/** The dictionary of a language. */
export const texts = (language: Language): Texts => dictionaries[language]
