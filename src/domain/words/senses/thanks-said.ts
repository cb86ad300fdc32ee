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

const known = lexicon({
  thanks,
  agrees: words(
    'ok, okay, k, alright, all right, fine, sure, got it, will do, 好的, 好, 行, 收到, 嗯, 知道了, 明白',
  ),
  state: words(
    '好了, 好啦, 行了, 可以了, fine now, fine again, ok now, ok again, okay now, all fine, works fine',
  ),
  around: [
    ...aroundThanks,
    ...words(
      'hello, hi, hey, there, good morning, good afternoon, good evening, bye, please, perfect, great, awesome, so much, very much, a lot, much, very, accord, bot, all, everyone, and, and for, to, to you, that, this, all of you, both, help, quick, kind, me, us, mate, man, buddy, folks',
      '早上好, 早安, 晚安, 上午好, 下午好, 晚上好, 大家好, 你好, 您好, 早, 太好了, 很棒, 不错, 您, 了, 啦, 啊, 呢, 哈, 吧, 呀, 哟, 先, 师傅, 老师, 工程师',
    ),
  ],
})

/** Whom they thank by name: `Thanks Li Wei`, `谢谢李工`. */
const latinName = /^(\s*(?:many thanks|thanks|thank you|thx|cheers)[ ,]+)(?:[A-Z][a-z]+[ .!]*){1,2}$/i
const isNamed = /^\s*\S+(?: you| thanks)?[ ,]+[A-Z]/
const title =
  /(谢谢|多谢|感谢|谢了|辛苦了?)(?:您|你)?\p{Script=Han}{1,3}?(?:工|哥|姐|总|老师|师傅|经理|主管)/u
const withoutName = (text: string): string =>
  (isNamed.test(text) ? text.replace(latinName, '$1') : text).replace(title, '$1')

/**
 * Whether words to somebody who works on something thank and say nothing else: `thanks a lot!`, `辛苦了`. `agreeing`: with an
 * `ok`, which may be what somebody waits to hear.
 */
export const thanksSaid = (text: string): 'only' | 'agreeing' | undefined => {
  const read = readBy(withoutName(text), known)
  if (read === undefined || read.unknown.length > 0 || read.asks) return undefined
  const said = (meaning: string): boolean => read.said.some((one) => one.meaning === meaning)
  if (!said('thanks') || said('state')) return undefined
  return said('agrees') ? 'agreeing' : 'only'
}
