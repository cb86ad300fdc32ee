import type { Level } from './matrix.ts'

/** A level in both languages, with the words a reporter without ITIL training can answer by. */
export const level = (
  id: string,
  en: readonly [name: string, meaning: string],
  zh: readonly [name: string, meaning: string],
): Level => ({ id, name: { en: en[0], 'zh-CN': zh[0] }, meaning: { en: en[1], 'zh-CN': zh[1] } })
