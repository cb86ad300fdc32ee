import type { WebPerson } from './who.ts'

/** The language a browser asks for, of those there are; nothing where it does not say. */
export const browserLanguage = (accepts: string | undefined): WebPerson['language'] | undefined => {
  const first = accepts?.split(',')[0]?.trim().toLowerCase()
  if (!first) return undefined
  return first.startsWith('zh') ? 'zh-CN' : 'en'
}
