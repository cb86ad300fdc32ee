import { withoutCalls } from '../../src/chat/beginning.ts'
import { words } from '../../src/domain/ticket/suggest/rule.ts'
import { plain } from '../../src/domain/words/plain.ts'
import { aroundThanks, thanks } from '../../src/domain/words/senses/thanks-said.ts'

const longerFirst = (all: readonly string[]): readonly string[] =>
  all.toSorted((one, other) => other.length - one.length)

/** Words people say to a bot before, after or instead of something to report. */
const courtesies = words(
  'good morning, good afternoon, good evening, good night',
  "bye, please, perfect, awesome, no problem, you are welcome, you're welcome, hello, hi, hey, there, okay, ok, great, got it, so much, very much, a lot, accord, bot, all, everyone",
  'yes, no, sure, well, test',
  '早上好, 早安, 晚安, 上午好, 下午好, 晚上好, 大家好, 你好, 您好, 早, 收到, 太好了, 好的, 好',
  '十分满意, 非常满意, 很满意, 非常好, 很好, 很棒, 做得好, 不错, 点赞, 给个好评, 给个差评, 好评, 中评, 差评',
  'good rating, good review, bad rating, bad review, poor rating, negative review, positive review',
  '嗯, 哦, 行, 可以, 在吗, 在么, 在不在, 再见, 明白, 知道了, 麻烦了, 测试, 是的, 不是, 不用, 没事, 没有, 没问题, 不客气',
  '是, 不, 没, 您, 你, 了, 啦, 啊, 呢, 哈, 吧, 呀, 哟',
)

const known = longerFirst([...courtesies, ...thanks])
const knownWithThanks = longerFirst([...known, ...aroundThanks])

const longest = 60

/**
 * Whether a message only greets, thanks or agrees (`hi there`, `好的，谢谢！`), or holds no word at all (`???`): it gets
 * guidance instead of becoming a ticket. One word more and it is a report. `names`: who is called in it by several words.
 */
export const isCourtesy = (text: string, names?: readonly string[]): boolean =>
  isOnlyOf(known, text, names) || isThanks(text, names)

/** Whether a message thanks, and says nothing else beside a greeting: `thanks a lot!`, `非常感谢`. */
export const isThanks = (text: string, names?: readonly string[]): boolean =>
  holdsThanks(plain(text).text) && isOnlyOf(knownWithThanks, text, names)

const holdsThanks = (said: string): boolean =>
  thanks.some((word) => {
    const at = said.indexOf(word)
    return at !== -1 && !/[a-z]/.test(said.charAt(at - 1)) && startsWithWord(said.slice(at), word)
  })

/** Whether a message is made of known words and says nothing else. */
const isOnlyOf = (vocabulary: readonly string[], text: string, names?: readonly string[]): boolean => {
  const said = plain(text)
  let left = withoutCalls(said.text, names)
  if (!said.isWhole || left.length > longest) return false
  for (;;) {
    left = left.replace(/^[^\p{L}\p{N}]+/u, '')
    if (left === '') return true
    const next = vocabulary.find((word) => startsWithWord(left, word))
    if (next === undefined) return false
    left = left.slice(next.length)
  }
}

const startsWithWord = (text: string, word: string): boolean =>
  text.startsWith(word) && !(/[a-z]$/.test(word) && /^[a-z0-9']/.test(text.slice(word.length)))
