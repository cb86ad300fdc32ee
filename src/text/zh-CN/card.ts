import type { AskKind } from '../../domain/ticket/event.ts'
import type { card as en } from '../en/card.ts'

const awaited: { readonly [ask in AskKind]: string } = {
  information: '答复',
  approval: '审批',
  access: '开通权限',
}

/** The living card of a ticket and the receipt, both of which its parties keep open beside the talk. */
export const card: typeof en = {
  title: (id, title) => `${id} · ${title}`,
  summary: (id, title, status, priority) => `${id} ${title}：${status}，${priority}`,
  labels: {
    status: '状态',
    work: '类型',
    priority: '优先级',
    impact: '影响度',
    urgency: '紧急度',
    category: '分类',
    owner: '处理人',
    promised: '最初承诺',
    hours: '服务时间',
    reporter: '报障人',
    follows: '延续自',
    splitFrom: '拆分自',
    splitOff: '已拆分出',
    breachReason: '超时原因',
    rating: '满意度',
  },
  details: '详情',
  byMatrix: (priority) => `${priority}，由影响度和紧急度得出`,
  byHand: (priority) => `${priority}，人工指定`,
  suggestedByMatrix: (priority) => `${priority}，由影响度和紧急度建议`,
  suggested: (value) => `${value}（建议，报障内容未提及）`,
  suggestedFrom: (value, words) => `${value}（建议，依据${words.map((word) => `“${word}”`).join('、')}）`,
  stated: (value) => `${value}（已确认）`,
  statedBecause: (value, reason) => `${value}（已确认：${reason}）`,
  asOf: (time) => `截至${time}。`,
  promisedAt: (at, response, resolution) => `${at}承诺：${response}前响应，${resolution}前解决`,
  nobodyYet: '暂无',
  queueOf: (person) => `待${person}接单`,
  reportedAt: (person, said, accepted) =>
    said === accepted ? `${person}，${said}` : `${person}，${said}；受理于${accepted}`,
  targets: { response: '响应', resolution: '解决' },
  bar: {
    running: (left, budget, due) => `剩余${left}（共${budget}），${due}到期`,
    closedHours: (left, budget, due) => `剩余${left}（共${budget}），${due}到期；非服务时间不计时`,
    neverDue: (left, budget) => `剩余${left}（共${budget}）；约定的服务时段已提前结束，永远不会到期`,
    paused: (left, budget) => `等待客户，暂停计时；剩余${left}（共${budget}）`,
    breached: (due) => `已超时：${due}到期`,
    breachedBy: (over, due) => `已超时：${due}到期，已超${over}`,
    breachedPaused: (due) => `已超时：${due}到期；目前暂停计时`,
    met: (at) => `已达成，${at}`,
    metLate: (due, at) => `已超时：${due}到期，${at}完成`,
  },
  downgrade: (person, priority) => `${person}建议将优先级降为${priority}，客户同意后才会变更。`,
  workProposed: (person, work, priority) =>
    `${person}认为这是${work}，建议改按${work}处理（${priority}），客户同意后才会变更。`,
  merging: (person, master) => `${person}认为与${master}是同一个问题，客户同意后才会合并。`,
  asked: (by, of, what) => `${by}请${of}${what}：`,
  askPauses: (since) => `自${since}起暂停计时，收到答复即恢复。`,
  stillAwaited: (people, ask) => `仍待${people}${awaited[ask]}。`,
  askOnItsWay: '请求正在送达，送达前计时继续。',
  resolution: (person, at) => `${person}于${at}提交了解决方案：`,
  workaround: (person, at) => `${person}于${at}提交了临时方案：`,
  awaitsConsent: (people) => `客户确认后才会结束：请${people}确认是否已解决。`,
  consented: (person, at) => `${at}${person}确认已解决。`,
  closed: (at) => `经双方同意，已于${at}关闭。`,
  cancelled: (how, at) => `已于${at}结束（${how}），原因：`,
  duplicateOf: (how, master, at) => `已于${at}结束（${how}，并入${master}），原因：`,
  escalated: (rung, people) => `${rung}，待${people}确认收到。`,
  rating: (score) => `${score}分（满分5分）`,
  receipt: {
    filed: (category) => `归入“${category}”类`,
    request: (category) =>
      category === undefined ? '按服务请求处理' : `按服务请求处理，归入“${category}”类`,
    accepted: (id, at, about) => `${at}已受理，编号${id}${about === undefined ? '' : `，${about}`}。`,
    acceptedFor: (id, person, at, about) =>
      `${person}${at}为您登记了${about === undefined ? '报障' : '工单'}，编号${id}${about === undefined ? '' : `，${about}`}。`,
    splitFrom: (id, origin, at, about) =>
      `已从${origin}拆分，编号${id}${about === undefined ? '' : `，${about}`}；与原报障一样，从${at}起计时。`,
    promised: (response, resolution) => `${response}前有人响应，${resolution}前解决。`,
    noPromise: '目前无法承诺时限。',
    whoIsAffected: '影响到哪些人？',
    howPressing: '有多紧急？',
    questions: '两个问题的答案决定优先级；不回答则保持不变。',
  },
}
