import { plain } from '../words/plain.ts'

export type Score = 1 | 2 | 3 | 4 | 5

/**
 * A score that words begin with: `5`, `5 stars`, `4/5`, `五星`, `给5分：很快`. `score` is absent where there is none like it
 * (`10分`). `next`: what stands between it and the comment, `sign` also where that goes on to judge (`5分很快`), `unit` being a Chinese one (`5分甲`); `hasUnit`: a bare
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

/** Signs around it: `(5)`, `“5分”`. */
const opening = /^[\s"'“‘「『【《([{*_`]{1,4}/
const givenInChinese = /我?们?[给打评](?:你们?|您|他们?)?[打评]?了?个? ?/
const givenInEnglish =
  /(?:i(?:'d)? )?(?:(?:rate|give|score) )?(?:(?:it|this|you|them)(?: ticket)? )?(?:with )?(?:an? )?/
const number = /\d{1,3}(?:\.\d)?|one|two|three|four|five|[零一二两三四五满]/
const given = new RegExp(`^(?:(${givenInChinese.source})|(${givenInEnglish.source}))(${number.source})`)
/** What begins a judgement goes on from a score, not from a number of something: `5分很满意`, `5 stars for the quick help`. */
const judging =
  /^(?:\(|\s?(?:很|非常|挺|真|太|好|不错|满意|谢|感谢|服务|处理|态度|效率|速度|快|慢|一般|差|棒|赞|点赞|表扬|给力|支持|推荐|满分|辛苦|吧|了|啦|哦|哈|呀|啊)|\s(?:for|from|thanks|thank|please|great|good|excellent|perfect|very|well|nice|awesome|amazing|fast|quick|super|because|but)(?![a-z0-9]))/
/** Five signs, or as many as are meant: `★★★★`, `★★★☆☆`. */
const row = /^(?:★ ?){1,10}(?:☆ ?){0,5}/
/** Of how many: a score is one of five, `9/10` is none. */
const outOf = /^ ?(?:\/|out of|of) ?(5|five|10|ten|100)(?=分|[^\p{L}\p{N}.]|\.?$)/u
const unit =
  /^(?:[ -]?(?:(?:stars?|points?|pts?)(?![a-z0-9])|[颗个]?★)|(?: ?(?:分(?![钟之机公局行部店支秒])|[颗个]?星(?![期号巴级]|级[\p{L}\p{N}])级?)(?:好评)?))/u
const apart = /^\s?(?:[,:;.!。~、\-—]|\n)[\s,:;.!。~、\-—]{0,3}(?![0-9])/

const scoreOf = (word: string): Score | undefined =>
  ([1, 2, 3, 4, 5] as const).find((one) => String(one) === word)

/** Praise or blame in a word of reviews, which says no score: that is asked for. */
const judgement =
  /^(?:(?:[给打](?:你们?|您|他们?)?一?个?)?[差中好]评|(?:an? )?(?:very )?(?:bad|poor|negative|good|great|positive) (?:review|rating|score))(?=[^\p{L}\p{N}]*$|\s?[,:;.!。~])/u

/** How the score itself is said, how far that goes, and what kind of words it is said in. */
type Given = {
  readonly score: Score | undefined
  readonly length: number
  readonly as: 'number' | 'unit' | 'han'
  readonly isLed: boolean
}

/** One star alone praises as often as it blames: that is no score anybody could be sure of. */
const inStars = (text: string): Given | undefined => {
  const [all] = row.exec(text) ?? []
  if (all === undefined) return undefined
  const [filled, empty] = ['★', '☆'].map((sign) => all.split(sign).length - 1)
  const isSure = empty === 0 ? filled !== 1 : Number(filled) + Number(empty) === 5
  return { score: isSure ? scoreOf(String(filled)) : undefined, length: all.length, as: 'han', isLed: false }
}

const inWords = (text: string): Given | undefined => {
  const [all, chinese, english, word] = given.exec(text) ?? []
  if (all === undefined || word === undefined) return undefined
  let length = all.length
  const [out = '', base = '5'] = outOf.exec(text.slice(length)) ?? []
  length += out.length
  const counted = unit.exec(text.slice(length))?.[0] ?? ''
  length += counted.length
  const hasUnit = length > all.length
  // `五` may be a score, `五楼` and `满` count nothing.
  const isPlain =
    /^(?:\d+|[a-z]+)$/.test(word) ||
    (/^[一二三四五]$/.test(word) && /^[^\p{L}\p{N}]*$/u.test(text.slice(length)))
  if (!hasUnit && (chinese !== undefined || !isPlain)) return undefined
  return {
    score: /^(?:5|five)$/.test(base) ? (words[word] ?? scoreOf(word)) : undefined,
    length,
    as: /[分星级评]$/.test(counted) ? 'han' : hasUnit ? 'unit' : 'number',
    isLed: !!english,
  }
}

/** The score that somebody's words begin with, if they begin with one, and what they say to it. */
export const scoreSaid = (said: string): ScoreSaid | undefined => {
  const { text: all, from: fromAll } = plain(said)
  const before = opening.exec(all)?.[0].length ?? 0
  const text = all.slice(before)
  const from = (place: number): string => fromAll(before + place)
  if (judgement.test(text))
    return {
      comment: from(0).trim(),
      next: /[,:;.!。~]\s*[\p{L}\p{N}]/u.test(text) ? 'sign' : 'end',
      hasUnit: true,
    }
  const found = inStars(text) ?? inWords(text)
  if (found === undefined) return undefined
  const { score, length, as, isLed } = found
  const rest = text.slice(length)
  const isEnd = !/[\p{L}\p{N}%]/u.test(rest)
  const sign = apart.exec(rest)?.[0] ?? ''
  // `5% of mails`, `5.5`, `一下`: something else is counted, or nothing.
  const isJudged = as !== 'number' && judging.test(rest)
  const isApart = sign !== '' || as === 'han' || /^\s/.test(rest)
  if (!isEnd && (!isApart || (as === 'number' && isLed))) return undefined
  return {
    ...(score === undefined ? {} : { score }),
    comment: isEnd
      ? ''
      : from(length + (sign === '' ? (/^\s*/.exec(rest)?.[0].length ?? 0) : sign.length)).trim(),
    next: isEnd ? 'end' : sign !== '' || isJudged ? 'sign' : as === 'han' ? 'unit' : 'blank',
    hasUnit: as !== 'number',
  }
}
