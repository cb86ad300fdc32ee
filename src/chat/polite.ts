import type { Plain } from '../domain/words/plain.ts'

/** Said before what somebody wants, for politeness alone or to say that they want it. Longer ones first where one begins another. */
const before =
  /^(?:(?:good (?:morning|afternoon|evening)|hello|hi|hey|thank you|thanks|please|pls|plz|kindly|(?:can|could|would|will) you|(?:can|could|may) i|let me|let's|i(?:'d| would) like to|i (?:want|need) to|just|show(?: me)?|give me|get me|see|the|my)(?![a-z0-9'])|早上好|上午好|下午好|晚上好|大家好|您好|你好|请问|请您?|麻烦您?|劳驾|谢谢|能不能|能否|可否|可以|我想要?|我要|帮忙|帮我|给我|看一下|看看|看下|查一下|查下|查查|看|现在|目前)/

/** Said after it. */
const after =
  /^(?:(?:please|pls|plz|thank you|thanks|thx|ty|cheers|right now|now|for me|to me|so much|very much|a lot)(?![a-z0-9'])|谢谢您?|多谢|感谢|麻烦了|辛苦了|一下|可以吗|好吗|行吗|[啊呀呢吧吗嘛哦哈啦了])/

const sign = /^[^\p{L}\p{N}@#]+/u

/** No more of either is passed over than this (T45). */
const most = 6

/** How far each of such words reaches, with the signs around it. */
const reaches = (text: string, words: RegExp): readonly number[] => {
  const found: number[] = []
  let at = 0
  for (let passed = 0; passed < most; passed += 1) {
    const rest = text.slice(at)
    const signs = sign.exec(rest)?.[0].length ?? 0
    const length = words.exec(rest.slice(signs))?.[0].length ?? 0
    if (length === 0) break
    at += signs + length
    found.push(at + (sign.exec(text.slice(at))?.[0].length ?? 0))
  }
  return found
}

/** What was said without the politeness before it, `请问` or `could you`: less one such word, two, and so on. */
export const withoutPreface = ({ text, isWhole, from }: Plain): readonly Plain[] =>
  reaches(text, before).map((start) => ({
    text: text.slice(start),
    isWhole,
    from: (place) => from(start + place),
  }))

/** What follows an opening word, without the politeness after that: `please`, `一下，谢谢`. */
export const withoutThanks = (text: string): string => text.slice(reaches(text, after).at(-1) ?? 0)
