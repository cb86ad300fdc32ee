import type { Side } from '../people/sides.ts'
import { type Group, groups, type ListQuery } from './list-query.ts'
import { periods } from './period.ts'

/** Stands for the reader's own organisation until it is read for somebody. */
export const us = 'us'

/** What a word adds to a query. */
export type Meaning = Partial<Omit<ListQuery, 'cursor'>>

/** Words of both languages, apart by commas, and what each of them adds. */
const said: readonly (readonly [words: string, meaning: Meaning])[] = [
  ['unsolved, unresolved, active, outstanding, not closed, not solved, still open', { groups: ['open'] }],
  [
    '未解决, 未关闭, 未完成, 未办结, 没解决, 没关闭, 没关, 没结, 没处理, 没处理完, 未处理, 未处理完, 没弄完, 没搞定, 没完成, 未结, 打开的, 在办',
    { groups: ['open'] },
  ],
  ['untaken, unassigned, unowned, without owner, no owner, not taken', { groups: ['unclaimed'] }],
  ['没人接, 待接单, 未接单, 没接单, 未分配, 待分配, 无人处理, 没人处理, 待认领', { groups: ['unclaimed'] }],
  ['新的, 新报的', { groups: ['new'] }],
  ['in progress, being worked on, 处理中, 进行中, 在处理, 正在处理', { groups: ['in_progress'] }],
  ['on hold, paused, 挂起, 已挂起, 暂停, 已暂停, 搁置', { groups: ['on_hold'] }],
  [
    'awaiting agreement, to be confirmed, to confirm, 待确认, 等确认, 待双方确认, 待我们确认, 等我们确认, 待我确认, 等我确认',
    { groups: ['resolved'] },
  ],
  ['solved, 已解决, 解决了', { groups: ['resolved', 'closed'] }],
  ['waiting, pending, 等待, 等待中', { groups: ['waiting_for_customer'] }],
  ['waiting for customer, waiting for the customer', { groups: ['waiting_for_customer'] }],
  ['waiting on customer, waiting on the customer', { groups: ['waiting_for_customer'] }],
  ['等客户, 等待客户, 待客户, 等客户回复, 待客户回复, 等待客户回复', { groups: ['waiting_for_customer'] }],
  ['waiting for supplier, waiting for the supplier', { groups: ['waiting_for_supplier'] }],
  ['waiting on supplier, waiting on the supplier', { groups: ['waiting_for_supplier'] }],
  ['等服务商, 待服务商, 等供应商, 等供方, 待供方', { groups: ['waiting_for_supplier'] }],
  ['at risk, risk, risks, risky, due soon, 有风险, 风险, 即将超时, 快超时, 快到期', { groups: ['at_risk'] }],
  ['late, breached, past due, 超时, 已超时, 逾期, 已逾期, 过期', { groups: ['overdue'] }],
  ['escalations, 已升级, 升级, 被升级, 升级了', { groups: ['escalated'] }],
  ['to acknowledge, for me to acknowledge, waiting for my acknowledgement', { groups: ['to_acknowledge'] }],
  ['待我确认收到, 待确认收到, 等我确认收到, 需我确认收到', { groups: ['to_acknowledge'] }],
  ['done, finished, 已关闭, 关闭, 已关单, 关单, 已办结, 办结, 已完成', { groups: ['closed'] }],
  ['canceled, withdrawn, 已取消, 取消, 已撤回, 撤回', { groups: ['cancelled'] }],
  ['已结束, 结束', { groups: ['ended'] }],
  ['every, everything, 全部, 所有', { groups: ['all'] }],
  ['p1, p1s, priority 1, prio 1, critical, 一级, 1级, 特急', { priorities: ['P1'] }],
  ['p2, p2s, priority 2, prio 2, high, high priority, 二级, 2级, 高优先级', { priorities: ['P2'] }],
  ['p3, p3s, priority 3, prio 3, medium, medium priority, 三级, 3级, 中优先级', { priorities: ['P3'] }],
  ['p4, p4s, priority 4, prio 4, low, low priority, 四级, 4级, 低优先级', { priorities: ['P4'] }],
  ['urgent, pressing, 紧急, 紧急的', { priorities: ['P1', 'P2'] }],
  ['today, 今天, 今日', { period: 'today' }],
  ['yesterday, 昨天, 昨日', { period: 'yesterday' }],
  ['this week, 本周, 这周, 这星期, 这个星期', { period: 'this_week' }],
  ['last week, 上周, 上星期, 上个星期', { period: 'last_week' }],
  ['this month, 本月, 这个月, 当月', { period: 'this_month' }],
  ['last month, 上月, 上个月', { period: 'last_month' }],
  ['this year, 今年', { period: 'this_year' }],
  ['incidents, faults, problems, 故障, 报障', { work: 'incident' }],
  ['requests, service request, service requests, 服务请求, 请求', { work: 'service_request' }],
  ['by time left, by remaining time, by due time, 按剩余时间, 按时限', { sort: 'due' }],
  ['by priority, most pressing, 按优先级', { sort: 'priority' }],
  ['newest, newest first, latest, most recent, recent, 最新, 最近的', { sort: 'newest' }],
  ['oldest, oldest first, longest, 最早, 最老, 最久', { sort: 'oldest' }],
  ['security, 安全', { category: 'security' }],
  ['printer, printers, printing, 打印, 打印机', { category: 'printer' }],
  ['email, e-mail, mail, 邮件, 邮箱', { category: 'email' }],
  ['database, databases, 数据库', { category: 'database' }],
  ['access, accounts, account, passwords, 账号, 帐号, 权限, 账号与权限', { category: 'access' }],
  ['network, vpn, 网络', { category: 'network' }],
  ['hardware, 硬件', { category: 'hardware' }],
  ['performance, 性能', { category: 'performance' }],
  ['application, applications, 应用, 应用系统', { category: 'application' }],
  ['mine, my, me, i, own, i own, assigned to me, my own', { person: 'me' }],
  ['我的, 我名下, 本人, 我负责的, 我报的, 我', { person: 'me' }],
  ['met, in time, on time, kept, 达标, 按时, 按时完成', { promises: 'met' }],
  ['not met, missed, broken, 未达标, 没达标', { promises: 'missed' }],
]

/** Words that mean one's own side or the other, by who says them. */
const waits = {
  own: 'waiting for us, waiting on us, waiting for me, waiting on me, 等我们, 等我方, 等我, 待我方, 待我处理, 等我处理',
  other: 'waiting for them, waiting on them, 等对方, 待对方, 等他们',
}

/** Say nothing of which work is meant. */
const passed = `
ticket, tickets, case, cases, ones, list, table, show, the, of, for, from, with, by, in, and, or, to, at, are, is, was, were, that,
which, what, all of, there, have, has, do, we, us, our, ours, their, status, priority, please, about, any, any of, how many,
工单, 单子, 事件, 列表, 清单, 的, 和, 与, 及, 或, 或者, 有, 有哪些, 哪些, 什么, 请, 在, 是, 了, 吗, 呢, 还, 还有, 目前, 现在,
what's, that's, there's, whats, thats, list out, right now, see, see all, look at, view, display, did, does, reported, raised, submitted,
everything that's, everything, anything, anything else, count, number of, overview, together, so far, currently, now, thanks, thank you, hello, hi,
我们, 优先级, 状态, 个, 单, 看, 看看, 看一下, 查, 查一下, 查看, 列出, 列一下, 显示, 一共, 总共, 多少, 多少个, 多少单, 几, 几个, 几单, 几条, 报, 报了, 报的,
提, 提了, 提交, 有没有, 哪几个, 都, 剩, 剩下, 还剩, 当前, 那些, 这些, 谢谢, 您好, 你好, 帮我, 麻烦, 给我`

/** The reader's whole organisation. */
const company = `
company, my company, our company, the whole company, my organisation, our organisation, organisation, my organization,
公司, 我们公司, 我公司, 本公司, 全公司, 单位, 我们单位, 本单位, 我们的`

const split = (words: string): readonly string[] =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

const turned = (words: string, group: Group): readonly (readonly [string, Meaning])[] =>
  split(words).map((word) => [word, { groups: [group] }])

const made = (side: Side): ReadonlyMap<string, Meaning> => {
  const [own, other] =
    side === 'customer'
      ? (['waiting_for_customer', 'waiting_for_supplier'] as const)
      : (['waiting_for_supplier', 'waiting_for_customer'] as const)
  return new Map<string, Meaning>([
    ...split(passed.replaceAll('\n', ' ')).map((word) => [word, {}] as const),
    ...split(company.replaceAll('\n', ' ')).map((word) => [word, { customer: us }] as const),
    ...said.flatMap(([words, meaning]) => split(words).map((word) => [word, meaning] as const)),
    ...turned(waits.own, own),
    ...turned(waits.other, other),
    ...groups.map((group) => [group, { groups: [group] }] as const),
    ...periods.map((period) => [period, { period }] as const),
  ])
}

const known = { customer: made('customer'), supplier: made('supplier') }

const longest = Math.max(...[...known.customer.keys(), ...known.supplier.keys()].map(({ length }) => length))

/** The longest word of lists that plain text begins with, and what it means to somebody of this side. */
export const listWord = (
  text: string,
  side: Side,
): { readonly taken: number; readonly meaning: Meaning } | undefined => {
  for (let taken = Math.min(longest, text.length); taken > 0; taken -= 1) {
    const meaning = known[side].get(text.slice(0, taken))
    const goesOn = /[a-z0-9_]$/.test(text.slice(0, taken)) && /^[a-z0-9_]/.test(text.slice(taken))
    if (meaning !== undefined && !goesOn) return { taken, meaning }
  }
  return undefined
}
