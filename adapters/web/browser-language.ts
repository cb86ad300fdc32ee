import type { WebPerson } from './who.ts'

/**
 * The language a browser asks for (RFC 9110 §12.5.4): of those there are, the one its header weighs highest; nothing where it
 * names none of them.
 */
export const browserLanguage = (accepts = ''): WebPerson['language'] | undefined =>
  accepts
    .toLowerCase()
    .split(',')
    .flatMap((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim())
      const weight = parameters.find((one) => one.startsWith('q='))?.slice(2) ?? '1'
      const language = known[tag.split('-')[0] ?? '']
      return language !== undefined && Number(weight) > 0 ? [{ language, weight: Number(weight) }] : []
    })
    .sort((one, other) => other.weight - one.weight)[0]?.language

const known: { readonly [primary: string]: WebPerson['language'] | undefined } = { zh: 'zh-CN', en: 'en' }
