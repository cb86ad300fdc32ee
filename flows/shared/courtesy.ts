import { withoutCalls } from '../../src/chat/beginning.ts'
import { words } from '../../src/domain/ticket/suggest/rule.ts'
import { plain } from '../../src/domain/words/plain.ts'

/** Words people say to a bot before, after or instead of something to report. Longer ones first. */
const courtesies = words(
  'good morning, good afternoon, good evening, good night, thank you, thank u, many thanks, thanks, thank, thx, cheers',
  "bye, please, perfect, awesome, no problem, you are welcome, you're welcome, hello, hi, hey, there, okay, ok, great, got it, so much, very much, a lot, accord, bot, all, everyone",
  'yes, no, sure, well, test',
  '早上好, 早安, 晚安, 上午好, 下午好, 晚上好, 大家好, 你好, 您好, 早, 谢谢, 多谢, 感谢, 辛苦了, 辛苦, 收到, 太好了, 太棒了, 好的, 好',
  '十分满意, 非常满意, 很满意, 非常好, 很好, 很棒, 做得好, 不错, 点赞, 给个好评, 给个差评, 好评, 中评, 差评',
  'good rating, good review, bad rating, bad review, poor rating, negative review, positive review',
  '嗯, 哦, 行, 可以, 在吗, 在么, 在不在, 再见, 明白, 知道了, 麻烦了, 测试, 是的, 不是, 不用, 没事, 没有, 没问题, 不客气',
  '是, 不, 没, 您, 你, 了, 啦, 啊, 呢, 哈, 吧, 呀, 哟',
).toSorted((one, other) => other.length - one.length)

/** Words that ask how one's tickets stand, and name no trouble. */
const questions = words(
  'how does it stand, how do things stand, how is it going, how is it coming along, any news, any updates, any update, any progress, is there any news, is there an update',
  "what is the status, what's the status, status update, please update, update please, please give an update, when will it be fixed, when will it be solved, is it fixed, is it solved",
  '进展如何, 进展怎么样, 进度如何, 进度怎么样, 有进展吗, 有进展了吗, 有什么进展, 有没有进展, 有消息吗, 有新消息吗, 有结果吗, 处理得怎么样, 处理的怎么样, 处理怎么样, 处理到哪了, 处理到哪一步',
  '什么时候能修好, 什么时候能好, 什么时候能解决, 修好了吗, 解决了吗, 请更新一下, 请更新, 更新一下',
)

/** What may stand around such a question. None says yes or no: `现在不行` is trouble. */
const around = words(
  'good morning, good afternoon, good evening, hello, hi, hey, there, please, thank you, thanks, accord, bot, with my ticket, on my ticket, on this, on that, about it, on it, with it, yet, now, so far',
  '早上好, 上午好, 下午好, 晚上好, 大家好, 你好, 您好, 请问, 麻烦了, 谢谢, 多谢, 现在, 目前, 我的工单, 我的事件, 了, 啊, 呢, 呀',
)
const asking = [...questions, ...around].toSorted((one, other) => other.length - one.length)

const longest = 60

/**
 * Whether a message only greets, thanks or agrees (`hi there`, `好的，谢谢！`), or holds no word at all (`???`): it gets
 * guidance instead of becoming a ticket. One word more and it is a report. `names`: who is called in it by several words.
 */
export const isCourtesy = (text: string, names?: readonly string[]): boolean =>
  onlyOf(courtesies, text, names) !== undefined

/**
 * Whether a message only asks how things stand (`any news?`, `请问进展如何？`): it gets the asker's tickets instead of becoming
 * one. One word more and it is a report.
 */
export const asksHowItStands = (text: string, names?: readonly string[]): boolean =>
  onlyOf(asking, text, names)?.some((word) => questions.includes(word)) === true

/** The known words a message is made of; undefined when it says anything else. */
const onlyOf = (
  known: readonly string[],
  text: string,
  names?: readonly string[],
): readonly string[] | undefined => {
  const said = plain(text)
  let left = withoutCalls(said.text, names)
  if (!said.isWhole || left.length > longest) return undefined
  const found: string[] = []
  for (;;) {
    left = left.replace(/^[^\p{L}\p{N}]+/u, '')
    if (left === '') return found
    const next = known.find((word) => startsWithWord(left, word))
    if (next === undefined) return undefined
    found.push(next)
    left = left.slice(next.length)
  }
}

const startsWithWord = (text: string, word: string): boolean =>
  text.startsWith(word) && !(/[a-z]$/.test(word) && /^[a-z0-9']/.test(text.slice(word.length)))
