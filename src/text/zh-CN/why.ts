import type { why as en } from '../en/why.ts'

/** How a deadline came about, and what would happen next. */
export const why: typeof en = {
  title: (id) => `${id}：时限依据`,
  promise: (target, budget, hours) => `${target}时限：${budget}，按${hours}计时。`,
  started: (accepted) => `自受理时起计时：${accepted}。`,
  startedLater: (said, accepted) => `申报于${said}；自受理时起计时：${accepted}。`,
  columns: ['起', '止', '计时'],
  paused: '挂起：等待需方',
  more: (count) => `更早的${count}段从略。`,
  due: (due) => `合计即承诺时长，${due}到期。`,
  met: (used, at) => `${at}达成，用时${used}。`,
  metLate: (used, at, due) => `${due}到期，${at}完成，用时${used}。`,
  soFar: (used) => `目前累计${used}；挂起期间无法给出到期时间。`,
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
