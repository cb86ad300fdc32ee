import { plain } from '../words/plain.ts'

export type Score = 1 | 2 | 3 | 4 | 5

/**
 * A score that words begin with: `5`, `5 stars`, `4/5`, `五星`, `给5分：很快`. `score` is absent where there is none like it
 * (`10分`). `next`: what stands between it and the comment, `unit` being a Chinese one (`5分很快`); `hasUnit`: a bare
 * number may count something else. Lengths are bounded and no part can match the same character twice (T45).
 */
export type ScoreSaid = {
  readonly score?: Score
  readonly comment: string
  readonly next: 'end' | 'sign' | 'unit' | 'blank'
  readonly hasUnit: boolean
}

const words: { readonly [word: string]: Score } = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5 },
  ...{ 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 满: 5 },
}

const given = /^(?:我?[给打] ?)?(\d{1,3}|one|two|three|four|five|[一二两三四五满])/
const outOf = /^ ?(?:\/|out of) ?(?:5|five)(?![\p{L}\p{N}.])/u
const unit =
  /^ ?(?:(?:stars?|points?|⭐|★)(?![a-z0-9])|(?:分(?![钟之机公局行部店支秒])|颗?星(?![期号巴])级?)(?:好评)?)/
const apart = /^\s?(?:[,:;.!。~、\-—]|\n)[\s,:;.!。~、\-—]{0,3}(?![0-9])/

const scoreOf = (word: string): Score | undefined =>
  ([1, 2, 3, 4, 5] as const).find((one) => String(one) === word)

/** The score that somebody's words begin with, if they begin with one, and what they say to it. */
export const scoreSaid = (said: string): ScoreSaid | undefined => {
  const { text, from } = plain(said)
  const [all, word] = given.exec(text) ?? []
  if (all === undefined || word === undefined) return undefined
  let at = all.length
  at += outOf.exec(text.slice(at))?.[0].length ?? 0
  const counted = unit.exec(text.slice(at))?.[0] ?? ''
  at += counted.length
  const hasUnit = at > all.length
  const rest = text.slice(at)
  const isEnd = !/[\p{L}\p{N}%]/u.test(rest)
  const sign = apart.exec(rest)?.[0] ?? ''
  const isHan = /[分星级评]$/.test(counted)
  // `5% of mails`, `5.5`, `一下`: something else is counted, or nothing.
  if (!isEnd && sign === '' && !isHan && !/^\s/.test(rest)) return undefined
  if (!hasUnit && (!/^[a-z0-9]/.test(word) || /^(?:我?[给打])/.test(all))) return undefined
  const score = words[word] ?? scoreOf(word)
  return {
    ...(score === undefined ? {} : { score }),
    comment: isEnd
      ? ''
      : from(at + (sign === '' ? (/^\s*/.exec(rest)?.[0].length ?? 0) : sign.length)).trim(),
    next: isEnd ? 'end' : sign !== '' ? 'sign' : isHan ? 'unit' : 'blank',
    hasUnit,
  }
}
