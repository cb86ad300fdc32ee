import { words } from '../../ticket/suggest/rule.ts'
import { plain } from '../plain.ts'
import { lexicon, readBy } from '../read-by.ts'
import { around } from './around.ts'

/** What is asked of a ticket. */
export type About = 'how' | 'who' | 'when' | 'why'

/**
 * A question about a ticket. `leans`: it names nothing else, so that the ticket is the one spoken of before. `names`: how many words
 * name something. `asks`: it is put as a question, and no mere word for one as `status` is.
 */
export type AskedOf = {
  readonly about: About
  readonly leans: boolean
  readonly names: number
  readonly asks: boolean
}

const known = lexicon({
  who: words(
    'who, whos, whom, who is, who has, whose, is anyone, is someone, is somebody, has anyone, has anybody, in charge',
    '谁, 谁在, 谁来, 谁管, 谁负责, 谁处理, 谁跟, 谁跟进, 谁在跟, 谁在跟进, 谁弄, 谁修, 谁接, 谁的, 哪位, 哪个人, 什么人, 有人, 有没有人, 没人, 有谁, 找谁, 负责人, 对接人, 联系人, 经手人, 人呢, 人在哪',
  ),
  when: words(
    'when, whens, when is, when will, when can, how long, how much longer, how many hours, how many minutes, how many days, how soon, by when, until when, since when, what time, eta, any eta, deadline, due date, due time, time frame, timeframe, timeline, how fast, time left, time is left',
    '什么时候, 啥时候, 啥时, 何时, 几时, 几点, 哪天, 多久, 还要多久, 要多久, 还得多久, 还需多久, 多长时间, 多长, 多少时间, 多少分钟, 多少小时, 几个小时, 几分钟, 预计, 预计时间, 预期, 截止, 截止时间, 期限, 时限, 到期, 来得及, 今天能, 今天之内, 还有多少时间, 剩多少时间, 还剩多久, 准话',
  ),
  why: words(
    'why, why is, how come, what takes, takes so long, taking so long, take so long, so slow, what is the reason, whats the reason',
    '为什么, 为啥, 怎么还, 怎么这么, 咋还, 咋这么, 为何, 什么原因, 啥原因',
  ),
  how: words(
    'what happened, whats happened, whats become, what became, has it been, have you found, did you find, cause, the cause, root cause, status, state of, the latest, whats the latest, news, any news, update, updates, any update, any updates, progress, any progress, how far, how far along, how is it, how is, hows, how are, how does it look, how does it stand, how do things stand, how is it going, how goes, where are we, where do we stand, where is, wheres, any luck, any word, any sign, whats happening, what is happening, whats going on, what is going on, whats up, what is up, what about, how about, whats with, whats new, what now, what next, whats next, done yet, ready yet, fixed yet, solved yet, resolved yet, finished yet, closed yet, is it fixed, is it solved, is it done, is it ready, is it resolved, is it closed, still open, what did, what does, what has, what have, what was',
    '进展, 进度, 最新进展, 什么情况, 啥情况, 状态, 什么状态, 现状, 怎么样, 怎么样了, 怎样, 怎样了, 咋样, 咋样了, 如何, 如何了, 怎么说, 咋说, 到哪, 到哪了, 到哪步, 到哪一步, 到哪一步了, 哪一步, 哪步, 到什么程度, 到什么阶段, 什么阶段, 哪个阶段, 阶段, 消息, 有消息, 有没有消息, 音信, 动静, 有结果, 答复, 回音, 下文, 说法, 准信, 好了吗, 好了没, 好了没有, 好没好, 好没, 修好了吗, 修好了没, 修好没, 解决了吗, 解决了没, 解决没, 弄好了吗, 弄好了没, 弄好没, 搞定了吗, 搞定没, 处理了吗, 处理了没, 处理完了吗, 处理完没, 处理好了吗, 恢复了吗, 恢复没, 查到了吗, 查到原因了吗, 找到原因了吗, 原因, 什么问题, 啥问题, 查出来了吗, 关了吗, 关闭了吗, 关没关, 结了吗, 受理了吗, 接了吗, 接单了吗, 在处理吗, 在修吗, 在弄吗, 在看吗, 开始了吗, 怎么回事, 咋回事, 啥时, 卡在哪, 优先级, 几级, 紧急吗',
  ),
  who_if_asked: words(
    'anyone, anybody, someone, somebody, assigned, assignee, owner, responsible, contact, contact person',
  ),
  when_if_asked: words('due, estimate, estimated, expected, expect'),
  how_if_asked: words(
    'state, latest, fixed, solved, resolved, closed, done, finished, ready, open, in progress, on hold, being worked on, working on, doing, getting on, coming along, forgotten, forget, forgot, pending, urgent, priority, worked on, looking into, on it, on this, happening with, going on with',
    '回复, 结果, 反馈, 情况, 优先级, 后续',
  ),
  around: [
    ...around,
    ...words(
      'find, found, started, begun, escalated, taken over, reached, what, whats, which, how, wheres it, going, coming, come, comes, along, standing, stand, stands, fix, fixing, fixed by, solve, solving, solution, resolve, resolving, resolution, repair, repaired, work, working, works, handle, handling, deal, dealing, take, takes, taking, taken, care, look at, into, back, up, online, running, restored, happen, out, left, still, ever, going to, gonna, wait, waiting, delivered, deliver, delivery, install, installed, replace, replaced, ship, shipped, sent, get, set up, update me, incident, tickets, request, number, new, more, information, info, possible, please advise, advise, arrive, arriving, came, claimed, picked, pick, done with, long, far, much, wrong, answering, replying, responding, helping, care, me know, answer, not, nobody, no one, side',
      '最近, 近来, 什么, 啥, 哪, 哪里, 怎么, 多少, 修, 修好, 修复, 解决, 恢复, 处理, 处理完, 弄, 弄好, 搞, 搞好, 搞定, 办, 完成, 完, 好, 查, 查出, 跟进, 跟, 负责, 管, 接, 接手, 接单, 安排, 派, 派人, 来人, 过来, 上门, 到场, 到达, 响应, 关闭, 关, 结, 开始, 行, 可以, 不, 没, 没有, 还没, 看, 看看, 看一下, 查一下, 查查, 需要, 等, 久, 长, 慢, 时间, 人, 有没有, 打算, 计划, 方案, 最新, 目前的, 进行, 走, 干, 忙, 装, 装好, 换, 换好, 送, 送来, 送到, 寄, 发货, 到货, 到, 批, 批下来, 搭理, 理, 问一下, 想问, 了解, 催, 给, 能不能, 给个, 给句',
    ),
  ],
})

const rank: readonly About[] = ['why', 'who', 'when', 'how']

/** How a question begins in English, once greetings are passed: what follows asks where it would otherwise say. */
const begun =
  /(?:^|[,.!] ?|(?<![a-z])(?:hi|hello|hey|so|and|ok|please|pls) )(?:who|when|why|what|which|where|how|is|are|has|have|do|does|did|can|could|will|would|any)(?:'?(?:s|ll|re))?(?![a-z'])/

/** Whether a question is made of nothing but words about tickets, and of these. */
export const asksOnlyOf = (text: string, own: string): boolean => {
  const read = readBy(text, known, own)
  return (
    read !== undefined &&
    read.unknown.length === 0 &&
    (read.asks || begun.test(plain(text).text) || /[谁哪啥咋几多何怎]/.test(plain(text).text))
  )
}

/** What became of something of theirs: `我的笔记本呢`. */
const whereIsOurs = /(?:^|[,.!:、 ])(?:请问|那)?(?:我|我们|咱们?)的?[^,.!?、。]{1,12}呢[。!?~ ]*$/

/**
 * What short words ask of a ticket: `who is working on this?`, `到哪一步了`. `own`: its own words and number, which name nothing
 * else. Undefined where they ask nothing of the sort.
 */
export const askedOf = (text: string, own = ''): AskedOf | undefined => {
  const read = readBy(text, known, own)
  if (read === undefined) return undefined
  const said = plain(text).text
  const asks =
    read.asks ||
    begun.test(said) ||
    /[好完了到成]没有?[。!?~ ]*$/.test(said) ||
    read.said.some(({ meaning, word }) => meaning !== 'around' && /[谁哪啥咋几多何怎什]/.test(word))
  const found = rank.find((one) =>
    read.said.some(({ meaning }) => meaning === one || (asks && meaning === `${one}_if_asked`)),
  )
  const about = found ?? (whereIsOurs.test(said) ? 'how' : undefined)
  const names = read.unknown.length
  return about && { about, leans: names === 0, names, asks }
}
