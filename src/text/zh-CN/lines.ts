import type { AskKind } from '../../domain/ticket/event.ts'
import type { lines as en } from '../en/lines.ts'

const asked: { readonly [ask in AskKind]: string } = {
  information: '提供信息',
  approval: '审批',
  access: '开通权限',
}
const target = { response: '响应', resolution: '解决' }

/** What happened, one sentence per event, the same in histories and notices. Names, moments and lengths arrive as words. */
export const lines: typeof en = {
  reported: (reporter) => `${reporter}申报了该事件。`,
  logged: (actor, reporter, source) => `${actor}代${reporter}登记了该申报（来源：${source}）。`,
  follows: (earlier) => `延续自${earlier}。`,
  dispatched: (to, tier) => `已分发给${to}（${tier}）。`,
  dispatchedToNobody: (tier) => `${tier}目前无人值班，尚未分发到人。`,
  openedAnew: '该事件恢复处理。',
  ownerLeft: (was) => `原处理人${was}已不在团队中。`,
  acknowledged: (actor) => `${actor}已接单。`,
  reassigned: (actor, to) => `${actor}将事件转派给${to}。`,
  reassignedFrom: (actor, from, to) => `${actor}将事件由${from}转派给${to}。`,
  reason: (reason) => `原因：${reason}`,
  classified: (actor, category, was) =>
    category === was ? `${actor}确认分类为“${category}”。` : `${actor}将分类由“${was}”调整为“${category}”。`,
  agreedTo: (actor, priority, was) => `${actor}同意降级，优先级由${was}降为${priority}。`,
  prioritised: (actor, priority, was) =>
    priority === was
      ? `${actor}补充了评估，优先级仍为${priority}。`
      : `${actor}将优先级由${was}调整为${priority}。`,
  inputs: (impact, urgency) => `影响度：${impact}；紧急度：${urgency}。`,
  byHand: '未按矩阵，由人工指定。',
  downgradeProposed: (actor, priority) => `${actor}建议将优先级降为${priority}，需方同意后才会变更。`,
  downgradeReminded: '原征询对象已不在需方人员中，改请其他有权确认的人员答复是否同意降级。',
  downgradeDeclined: (actor) => `${actor}不同意降级，优先级不变。`,
  noteAdded: (actor) => `${actor}添加了内部备注。`,
  progressReported: (actor) => `${actor}通报了进展。`,
  messageAdded: (actor) => `${actor}留言：`,
  messageEdited: (actor) => `${actor}修改了一条消息，原文保留在记录中。`,
  messageDeleted: (actor) => `${actor}删除了一条消息，原文保留在记录中。`,
  customerAsked: (actor, of, ask) => `${actor}请${of}${asked[ask]}。`,
  askDelivered: (at) => `请求已送达，自${at}起挂起计时。`,
  customerAnswered: (actor) => `${actor}已答复，恢复计时。`,
  verdict: (actor, verdict) =>
    verdict === 'approved' ? `${actor}已批准，恢复计时。` : `${actor}未批准，恢复计时。`,
  verdictOn: (actor, verdict, ticket) =>
    verdict === 'approved'
      ? `${actor}已批准${ticket}（已并入该事件）中的请求。`
      : `${actor}未批准${ticket}（已并入该事件）中的请求。`,
  pauseContested: (actor, from, struck) =>
    `${actor}对${from}开始的挂起提出异议，该挂起不予扣除，${struck}的服务时间计入用时。`,
  resolved: (actor) => `${actor}提交了解决方案，待需方确认。`,
  resolvedByWorkaround: (actor) => `${actor}以变通方法提交解决，待需方确认。`,
  breachReason: (reason) => `超时原因：${reason}`,
  solutionConfirmed: (actor) => `${actor}确认已解决。`,
  solutionRejected: (actor) => `${actor}反馈未解决，继续处理。`,
  waitCounts: (counts, running, paused) =>
    counts === 'running'
      ? `等待确认的时间计入用时：累计${running}；不计则为${paused}。`
      : `等待确认的时间不计入用时：累计${paused}；计入则为${running}。`,
  closed: (actor) => `${actor}确认关闭。双方均已同意，事件关闭。`,
  reopened: (actor) => `${actor}重新打开了事件。`,
  withdrawn: (actor) => `${actor}撤回了申报。`,
  duplicate: (actor, master) => `${actor}将其标为${master}的重复申报。`,
  outOfScope: (actor) => `${actor}判定其不在服务范围内。`,
  contested: (actor) => `${actor}对该决定提出异议，事件恢复处理，只能由技术主管或经理再次决定。`,
  duplicateLinked: (actor, duplicate, reporter) =>
    `${actor}将${duplicate}并入该事件，${reporter}会同步收到进展。`,
  duplicateUnlinked: (actor, duplicate) =>
    `${actor}对合并提出异议，${duplicate}恢复单独处理，不再并入该事件。`,
  prewarned: (share, name) => `预警：${target[name]}时限已用去${share}。`,
  prewarnedAtStart: '按约定在受理时通报。',
  prewarnedAtOnce: '该优先级按约定即时通报。',
  prewarnedBy: (rung, name) => `${target[name]}时限${rung}。`,
  breached: (name, at) => `${target[name]}时限已超时，到期时间为${at}。`,
  escalated: (rung, name) => (name === 'response' ? `${rung}：尚无人响应。` : `${rung}：尚未解决。`),
  handedTo: (person, tier) => `转交${person}（${tier}）。`,
  handedToNobody: '目前无人值班接手。',
  escalationRepeated: (rung) => `${rung}尚未确认收到，已再次通知。`,
  escalationAcknowledged: (actor) => `${actor}已确认收到升级通知。`,
  escalatedByHand: (actor, side) =>
    side === 'customer' ? `需方${actor}要求立即升级。` : `供方${actor}发起立即升级。`,
  consentReminded: (count) => `第${count}次提醒：待需方确认是否已解决。`,
  confirmationReminded: '提醒：待供方负责人确认关闭。',
  answerReminded: '提醒：待需方答复。',
  askedLeft: (who) => `被请求人${who}已不在需方人员中，可改请他人答复。`,
  updateNudged: '较长时间未向需方通报进展，请及时更新。',
  neverDue: (name) => `${target[name]}时限永远不会到期：时限用完之前，约定的服务时段就已全部结束。`,
  rated: (actor, score) => `${actor}评价：${score}分（满分5分）。`,
  ratedBecause: (actor, score) => `${actor}对评价的说明（${score}分，满分5分）：`,
  told: (names) => `已通知：${names}。`,
  emptyRoles: (roles) => `以下角色无人担任：${roles}，已通知上一级。`,
  late: (due) => `延迟发出，应于${due}触发。`,
  passed: '相关人员已由其他环节通知，未单独发出。',
  rungs: {
    atOnce: '即时通报',
    prewarning: (share) => `${share}预警`,
    prewarningNamed: (id) => `预警${id}`,
    alarm: '报警',
    functional: (id) => `职能升级${id}`,
    hierarchical: (id) => (id === 'executive-brief' ? '每日高层简报' : `管理升级${id}`),
    byHand: '手动升级',
    of: (rung, name) => `${rung}（${target[name]}）`,
  },
}
