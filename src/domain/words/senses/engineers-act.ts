import { words } from '../../ticket/suggest/rule.ts'
import { lexicon, readBy } from '../read-by.ts'

/** Acts on a ticket that only who works on it can do, as a customer's people say them too. */
export type EngineersAct = 'claim' | 'reassign' | 'resolve'

const isAct = (meaning: string): meaning is EngineersAct =>
  meaning === 'claim' || meaning === 'reassign' || meaning === 'resolve'

const known = lexicon({
  claim: words('take, claim, 接单, 认领, 受理'),
  reassign: words(
    'assign, reassign, hand over, hand it over, transfer, 转派, 改派, 转单, 指派, 分派, 派给, 转给, 分配给, 转交, 转交给',
  ),
  resolve: words(
    'resolve, mark as resolved, mark as solved, mark it resolved, mark it solved, mark it as resolved, mark it as solved, set to resolved, set it to resolved, set as resolved, propose solution, propose the solution',
    '标记为已解决, 标为已解决, 标记已解决, 设为已解决, 改为已解决, 改成已解决, 置为已解决, 提交解决, 提交解决方案, 解决它, 解决工单, 解决这个工单, 解决这单, 解决该工单',
  ),
  around: words(
    'hello, hi, please, pls, plz, kindly, thanks, thank you, accord, bot, can you, could you, would you, will you, can i, can we, i want to, i want, i would like to, id like to, let me, you, just, now, asap, quickly, immediately, right away, straight away, urgently',
    'it, this, that, one, ticket, tickets, case, incident, issue, problem, the, my, our, mine, a, an, to, for, me, us, over, as, and, someone, somebody, someone else, somebody else, anyone, another, engineer, engineers, colleague, him, her, them, your, yourself, of yours, status, done, back',
    '您好, 你好, 请, 麻烦, 麻烦您, 麻烦你, 帮我, 帮忙, 帮, 谢谢, 把, 将, 我要, 我想, 想要, 要, 能, 能不能, 可以, 让, 由, 给, 到, 我, 我们, 您, 你, 你们, 它, 这, 这个, 这单, 这张, 这条, 那个, 该, 此, 我的, 的, 工单, 单子, 单, 事件, 一下, 下, 吧, 来, 去, 先, 直接, 尽快, 快点, 赶紧, 赶快, 马上, 立刻, 立即, 其他, 其他人, 别人, 别的, 另一位, 工程师, 同事, 人, 处理',
  ),
})

/**
 * The engineers' act that short words order, where they name nothing else: `assign it to Wang`, `please resolve it`, `把这单转派给王芳`.
 * `names`: of whoever it may be given to. A question is none, and a report, which names what is broken, is none.
 */
export const engineersAct = (text: string, names = ''): EngineersAct | undefined => {
  const read = readBy(text, known, names)
  if (read === undefined || read.unknown.length > 0 || read.asks) return undefined
  const [act, another] = read.said.map(({ meaning }) => meaning).filter(isAct)
  return another === undefined ? act : undefined
}
