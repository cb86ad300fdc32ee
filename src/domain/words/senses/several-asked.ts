import { words } from '../../ticket/suggest/rule.ts'
import { plain } from '../plain.ts'
import { lexicon, readBy } from '../read-by.ts'
import { askedOf, asksOnlyOf } from './asked-of.ts'

/** What tickets are called: none of it names one of them. */
const called = words(
  'ticket, tickets, incidents, cases, reports, requests, service requests, issues, problems, faults, work orders, doing, treated',
  '工单, 单子, 报障, 报修, 报障单, 报修单, 故障单, 服务请求, 报了, 报的, 提了, 提的, 名下, 那些, 这些, 几个, 几张, 各个, 所有, 全部',
).join('\n')

/** More than one of them, and somebody's own. In Chinese one and several are said alike: whose, or how many, makes it all of them. */
const known = lexicon({
  several: words(
    'tickets, incidents, cases, requests, service requests, issues, problems, work orders, my reports, our reports',
    '我的工单, 我的单子, 我的单, 我的报障, 我的报修, 我的服务请求, 我们的工单, 我们的单子, 我们的报障, 我报的, 我提的, 我们报的, 我们提的, 我名下',
    '几个工单, 几个单子, 几张工单, 几张单子, 几单, 那些工单, 那些单子, 这些工单, 这些单子, 所有工单, 所有单子, 所有的工单, 所有的单子, 各个工单, 各个单子, 各工单',
  ),
  counted: words(
    'how many, number of, count, which, any, show, list, see, find',
    '多少, 哪些, 哪几个, 哪几张, 哪几单, 有没有, 有什么, 有哪些, 几个是, 列出, 列一下, 查询',
  ),
  own: words('my, mine, of mine, i', '我'),
})

/** A question of several tickets. `own`: of somebody's own. `counts`: which or how many of them is asked, and not only how they are. */
export type SeveralAsked = { readonly own: boolean; readonly counts: boolean }

/**
 * Whether short words ask how several tickets are, and name nothing else: `how are my tickets doing?`, `我的单子怎么样了`. Undefined
 * where they do not.
 */
export const severalAsked = (text: string): SeveralAsked | undefined => {
  const asked = askedOf(text, called)
  const read = readBy(text, known)
  if (asked?.leans !== true || !asked.asks || read === undefined) return undefined
  const said = (meaning: string): boolean => read.said.some((one) => one.meaning === meaning)
  if (!said('several')) return undefined
  return { own: said('own') || /我(?!们)/.test(plain(text).text), counts: said('counted') }
}

/** What is done to tickets, and how they are told apart. */
const handled = [
  called,
  ...words(
    'see, find, view, show, list, open, close, closed, cancel, withdraw, reopen, change, edit, delete, remove, priority, category, status, oldest, newest, first, last, latest, late, overdue, escalate, assign, number, numbers, history, comment, reply, add, write, rate, where, already, kept',
    '查看, 查询, 看到, 查到, 找到, 撤回, 撤销, 取消, 关闭, 重开, 重新打开, 修改, 删除, 补充, 升级, 评价, 优先级, 编号, 记录, 最早, 最新, 最久, 超时',
  ),
].join('\n')
const noun = /(?<![a-z])tickets?(?![a-z])|工单|单子|报障单|故障单/

/** Whether a question is about tickets and names nothing else: `how do I see my tickets?`, `怎么看我的工单`. It is never one. */
export const asksOfTickets = (text: string): boolean =>
  noun.test(plain(text).text) && asksOnlyOf(text, handled)
