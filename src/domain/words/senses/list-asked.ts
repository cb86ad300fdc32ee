import { words } from '../../ticket/suggest/rule.ts'
import { lexicon, readBy } from '../read-by.ts'

/** Several pieces of work, how they stand, and that somebody wants to see or count them. */
const known = lexicon({
  many: words(
    'tickets, incidents, cases, reports, requests, issues, problems, faults, service requests, work orders, ticket list, list of tickets, backlog, workload',
    '工单, 单子, 事件, 报障, 报修, 报障单, 报修单, 故障单, 申报, 服务请求, 请求, 故障, 问题, 单, 案件, 任务, 待办',
  ),
  count: words(
    'how many, number of, count, count of, total, totals, statistics, overview, summary',
    '几个, 几条, 几件, 几张, 多少, 多少个, 多少条, 多少件, 多少张, 一共, 总共, 总数, 统计, 数量, 汇总, 概览',
  ),
  which: words('which, what, whats', '哪些, 哪几个, 有哪些, 哪几单, 哪几张, 有没有, 有什么'),
  ask: words(
    'show, list, see, give me, are there, is there, do we have, have we, have i, do i have, did we, did i, does, any, anything, everything, all, every, reported, raised, submitted, filed, opened by, reported by, view, display, overview of, look at, tell me, get, where are, who has, my, mine, our, ours, of mine, of ours, my company, our company, my companys, our companys, the company, companys, company, of my company, of our company, organisation, organization, my team, our team, department, all of us, everybody, everyones',
    '报了, 报的, 提了, 提的, 提交的, 有什么, 列出, 列一下, 列个, 列表, 清单, 看看, 看一下, 看下, 查, 查看, 查询, 查一下, 查查, 显示, 给我看, 所有, 全部, 所有的, 全部的, 我们公司, 我公司, 本公司, 公司, 我们单位, 单位, 我们部门, 部门, 我们的, 我的, 我报的, 我名下, 名下, 大家的, 吗, 么, 呢',
  ),
  many_counted: words(
    '多少单, 多少工单, 多少事件, 几单, 几个单, 几个工单, 几个事件, 多少报障, 多少故障, 几个单子, 多少单子',
  ),
  one: words(
    'ticket, the ticket, issue, problem, incident, case, close, closing, open a, incident, case, request',
  ),
  state: words(
    'open, still open, unsolved, unresolved, outstanding, active, pending, waiting, waiting for us, waiting for them, waiting for me, closed, solved, resolved, done, finished, cancelled, overdue, late, breached, past due, at risk, due soon, due today, unclaimed, unassigned, untaken, new, in progress, on hold, paused, escalated, p1, p2, p3, p4, p1s, p2s, p3s, p4s, urgent, critical, high priority, top priority, low priority, not solved, not closed, not done, not fixed, not finished, unfinished, left, remaining, expired',
    '未解决, 没解决, 没有解决, 未解决的, 没解决的, 未处理, 没处理, 没处理完, 没处理完的, 未处理完, 未完成, 没完成, 没弄完, 没搞定, 未关闭, 没关闭, 没关, 未结, 没结, 未办结, 待处理, 待接单, 没人接, 处理中, 进行中, 已解决, 解决了, 已关闭, 关闭的, 已取消, 超时, 超时的, 已超时, 超期, 逾期, 过期, 快超时, 快到期, 有风险, 风险, 挂起, 升级了, 已升级, 紧急, 紧急的, p1, p2, p3, p4, 一级, 二级, 三级, 四级, 高优先级, 打开的, 还开着, 开着, 剩, 剩下, 待我们, 待我们确认, 等我们确认, 待我确认, 等我确认, 待我们处理, 等我们, 等我们回复, 等客户, 等你们, 待确认, 等确认',
  ),
  around: words(
    'hello, hi, hey, good morning, good afternoon, please, pls, thanks, thank you, can, could, would, will, you, i, we, us, me, they, them, the, a, an, of, in, on, at, to, for, from, by, with, about, and, or, so, right, now, currently, at the moment, today, yesterday, this week, last week, this month, last month, this year, week, month, months, days, day, hours, hour, year, older than, longer than, more than, less than, than, past, last, this, reported, report, raised, opened, submitted, filed, created, logged, made, have, has, had, do, did, are, is, were, was, be, been, there, still, yet, that, those, these, ones, one, our, other, like, want, need, know, like to see, id, im, many, much, older, newer, since, until, status, priority, assigned, by priority, sorted, up, long, longest, oldest, newest, latest, due, high, low, customer, customers, supplier, engineer, not, who, accord, bot, thats, going, on, last month, we reported',
    '您好, 你好, 早上好, 大家好, 请, 请问, 麻烦, 帮我, 帮忙, 谢谢, 我, 我们, 你们, 咱们, 您, 他, 她, 他们, 的, 了, 啊, 呀, 吧, 个, 条, 张, 件, 有, 是, 在, 还, 还有, 还剩, 现在, 目前, 当前, 今天, 昨天, 本周, 这周, 上周, 本月, 这个月, 上个月, 今年, 最近, 天, 小时, 周, 月, 以上, 以内, 之前, 超过, 报, 报了, 报的, 提, 提了, 提的, 提交, 交, 开, 处理, 负责, 那些, 这些, 都, 已经, 没有, 没, 不, 优先级, 状态, 客户, 供应商, 工程师, 想, 要, 知道, 了解, 一下, 下, 看, 什么, 哪, 里, 到, 几, 和, 与, 按, 排, 最, 早, 新, 久, 里面, 手上, 手里, 这边, 那边',
  ),
})

/**
 * Whether short words ask for tickets, several of them or how many there are: `tickets of my company`, `有P1吗`. `names`: of
 * people and organisations, that may stand in them. Words that name anything else may be a report: `our tickets page is blank`.
 */
export const asksForList = (text: string, names = ''): boolean => {
  const read = readBy(text, known, names)
  if (read === undefined || read.unknown.length > 0) return false
  const said = (...meanings: readonly string[]): boolean =>
    read.said.some(({ meaning }) => meanings.includes(meaning))
  if (said('many_counted')) return true
  if (said('many')) return read.own > 0 || said('count', 'ask', 'which', 'state')
  if (said('count') && said('ask')) return true
  return (
    said('state') && !said('one') && (said('count', 'which') || (said('ask') && read.asks) || read.own > 0)
  )
}
