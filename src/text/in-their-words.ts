import type { Language } from '../domain/people/sides.ts'

const chinese = /\p{Script=Han}/u

/** A name in both scripts with a stroke between, `云衡运维 / Yunheng Operations`, as who reads that language says it; any other whole. */
export const inTheirWords = (name: string, language: Language): string => {
  const [one = '', other = '', ...more] = name.split(' / ')
  const parts = [one, other].map((part) => ({ part, isChinese: chinese.test(part) }))
  if (other === '' || more.length > 0 || parts[0]?.isChinese === parts[1]?.isChinese) return name
  return parts.find(({ isChinese }) => isChinese === (language === 'zh-CN'))?.part.trim() ?? name
}
