import { words } from '../../ticket/suggest/rule.ts'
import { lexicon, readBy } from '../read-by.ts'

/** Words that thank or praise. */
export const thanks = words(
  'thank you, thank u, many thanks, thanks, thank, thx, thanx, ty, tysm, cheers, much appreciated, appreciated, appreciate it, i appreciate, we appreciate',
  'you are the best, you are great, you are awesome, you are a star, well done, great job, good job, nice job, great work, good work, nice work',
  '谢谢, 多谢, 感谢, 感激, 谢了, 谢啦, 辛苦了, 辛苦, 太棒了, 真棒, 好样的, 厉害, 给力',
)

/** Words that stand around thanks and are none themselves. */
export const aroundThanks = words(
  'so, a million, a bunch, a ton, again, for the help, for your help, for all your help, for helping, for everything, for that, for this, for the quick help, for the quick reply, for the quick response, for your patience, for your support, for your time, your help, in advance, really, indeed, from all of us, guys, team, everybody, for, you, your, the, it',
  '非常, 十分, 太, 真是, 真的, 万分, 大家, 各位, 你们, 您们, 你, 的帮助, 的帮忙, 的支持, 的回复, 帮忙, 帮助, 支持, 的',
)

/** A yes or a no, which may be what somebody waits to hear, is not among them. */
const known = lexicon({
  thanks,
  around: [
    ...aroundThanks,
    ...words(
      'hello, hi, hey, there, good morning, good afternoon, good evening, bye, please, perfect, great, awesome, so much, very much, a lot, much, very, accord, bot, all, everyone, and, and for, to, to you, that, this, all of you, both, help, quick, kind, me, us',
      '早上好, 早安, 晚安, 上午好, 下午好, 晚上好, 大家好, 你好, 您好, 早, 太好了, 很棒, 不错, 您, 了, 啦, 啊, 呢, 哈, 吧, 呀, 哟, 先, 师傅, 老师, 工程师',
    ),
  ],
})

/** Whether words to somebody who works on something thank, and say nothing that they would wait to hear: `thanks a lot!`, `辛苦了`. */
export const thanksSaid = (text: string): boolean => {
  const read = readBy(text, known)
  return (
    read !== undefined &&
    read.unknown.length === 0 &&
    !read.asks &&
    read.said.some(({ meaning }) => meaning === 'thanks')
  )
}
