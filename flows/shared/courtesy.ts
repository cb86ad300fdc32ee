import { withoutCalls } from '../../src/chat/beginning.ts'
import { words } from '../../src/domain/ticket/suggest/rule.ts'
import { plain } from '../../src/domain/words/plain.ts'

const longerFirst = (all: readonly string[]): readonly string[] =>
  all.toSorted((one, other) => other.length - one.length)

/** Words that thank or praise. */
const thanks = words(
  'thank you, thank u, many thanks, thanks, thank, thx, thanx, ty, tysm, cheers, much appreciated, appreciated, appreciate it, i appreciate, we appreciate',
  'you are the best, you are great, you are awesome, you are a star, well done, great job, good job, nice job, great work, good work, nice work',
  '谢谢, 多谢, 感谢, 感激, 谢了, 谢啦, 辛苦了, 辛苦, 太棒了, 真棒, 好样的, 厉害, 给力',
)

/** Words that stand around thanks and are none themselves. */
const aroundThanks = words(
  'so, a million, a bunch, a ton, again, for the help, for your help, for all your help, for helping, for everything, for that, for this, for the quick help, for the quick reply, for the quick response, for your patience, for your support, for your time, your help, in advance, really, indeed, from all of us, guys, team, everybody, for, you, your, the, it',
  '非常, 十分, 太, 真是, 真的, 万分, 大家, 各位, 你们, 您们, 你, 的帮助, 的帮忙, 的支持, 的回复, 帮忙, 帮助, 支持, 的',
)

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
