import type { why as en } from '../en/why.ts'

/** How a deadline came about, and what would happen next. */
export const why: typeof en = {
  title: (id) => `${id}：时限依据`,
  promise: (target, budget, hours) => `${target}时限：${budget}，按${hours}计时。`,
  started: (accepted) => `自受理时起计时：${accepted}。`,
  startedLater: (said, accepted) => `报障于${said}；自受理时起计时：${accepted}。`,
  columns: ['起', '止', '计时'],
  causes: {
    asked: '挂起：等待客户',
    struck: '挂起经异议不予扣除',
    waited: '等待确认',
    waitedLong: '挂起：等待确认，已超出约定期限',
    closed: '挂起：解决并关闭后，至重新打开',
  },
  counts: (length, why) => `${length}（${why.join('；')}）`,
  beyond: '超出承诺时长',
  otherwise: {
    struck: (from, other, used) => `${from}开始的挂起经异议计入用时，共${used}；如予扣除则为${other}。`,
    waited: (from, other, used) =>
      `${from}起等待确认的时间因客户在约定期限内反馈未解决而计入用时，共${used}；不计则为${other}。`,
    waitedLong: (from, other, used) =>
      `${from}起等待确认的时间已超出约定期限，不计入用时，共${used}；计入则为${other}。`,
  },
  more: (count) => `更早的${count}段从略。`,
  due: (due) => `合计即承诺时长，${due}到期。`,
  met: (used, at) => `${at}达成，用时${used}。`,
  metLate: (used, at, due, over) => `${due}到期，${at}完成，用时${used}，超时${over}。`,
  overBy: (due, over) => `${due}到期，至今已超时${over}。`,
  soFar: (used) => `目前累计${used}；挂起期间无法给出到期时间。`,
  neverDue: (used) => `目前累计${used}；时限用完之前，约定的服务时段就已全部结束，因此永远不会到期。`,
  before: (priority, until, due) => `${until}前优先级为${priority}，承诺${due}到期。`,
  over: '已无待履行的承诺。',
  preview: {
    title: (id) => `${id}：预警升级预览`,
    columns: ['时间', '环节', '通知对象'],
    note: '假设此后没有任何进展。仅供预览，不会通知任何人。',
    none: '按目前情况不会通知任何人：已无待履行的承诺，或计时已挂起。',
    step: (rung, target) => `${rung}（${target}）`,
    handed: (person) => `${person}（转交处理）`,
  },
}
