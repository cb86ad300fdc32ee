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
  reported: (reporter) => `${reporter}提交了报障。`,
  logged: (actor, reporter, source) => `${actor}代${reporter}登记了报障（来源：${source}）。`,
  follows: (earlier) => `延续自${earlier}。`,
  splitFrom: (origin) => `由${origin}拆分而来。`,
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
  workChanged: (actor, work, priority) => `${actor}将其转为${work}，优先级现为${priority}。`,
  workAgreed: (actor, work, priority) => `${actor}同意转为${work}，优先级为${priority}。`,
  workProposed: (actor, work, priority) =>
    `${actor}认为这是${work}，建议改按${work}处理（${priority}），客户同意后才会变更。`,
  inputs: (impact, urgency) => `影响度：${impact}；紧急度：${urgency}。`,
  byHand: '未按矩阵，由人工指定。',
  downgradeProposed: (actor, priority) => `${actor}建议将优先级降为${priority}，客户同意后才会变更。`,
  downgradeReminded: '原征询对象已不在客户人员中，改请其他有权确认的人员答复是否同意降级。',
  downgradeDeclined: (actor) => `${actor}不同意调整，优先级不变。`,
  noteAdded: (actor) => `${actor}添加了内部备注。`,
  progressReported: (actor) => `${actor}通报了进展。`,
  apartFrom: (other) => `原在${other}中提出，属另一个问题。`,
  apartAs: (actor, other) => `${actor}已将此另行报障为${other}，与本事件无关：`,
  presses: (actor) => `${actor}催促尽快处理：`,
  needsBy: (actor) => `${actor}提出了时间要求：`,
  messageAdded: (actor) => `${actor}留言：`,
  messageEdited: (actor) => `${actor}修改了一条消息，原文保留在记录中。`,
  messageDeleted: (actor) => `${actor}删除了一条消息，原文保留在记录中。`,
  customerAsked: (actor, of, ask) => `${actor}请${of}${asked[ask]}。`,
  askDelivered: (at) => `请求已送达，自${at}起暂停计时。`,
  customerAnswered: (actor) => `${actor}已答复，恢复计时。`,
  verdict: (actor, verdict) =>
    verdict === 'approved' ? `${actor}已批准，恢复计时。` : `${actor}未批准，恢复计时。`,
  verdictOn: (actor, verdict, ticket) =>
    verdict === 'approved'
      ? `${actor}已批准${ticket}（已并入该事件）中的请求。`
      : `${actor}未批准${ticket}（已并入该事件）中的请求。`,
  pauseContested: (actor, from, struck) =>
    `${actor}不同意${from}起的暂停计时，这段时间（服务时间${struck}）改为计入用时。`,
  resolved: (actor) => `${actor}提交了解决方案，待客户确认。`,
  resolvedByWorkaround: (actor) => `${actor}提交了临时方案，待客户确认。`,
  breachReason: (reason) => `超时原因：${reason}`,
  solutionConfirmed: (actor) => `${actor}确认已解决。`,
  solutionRejected: (actor) => `${actor}反馈未解决，继续处理。`,
  waitCounts: (counts, running, paused) =>
    counts === 'running'
      ? `等待确认的这段时间也算处理用时：目前共用${running}，不算则为${paused}。`
      : `等待确认的这段时间不算处理用时：目前共用${paused}，算上则为${running}。`,
  closed: (actor) => `${actor}确认关闭。双方均已同意，事件关闭。`,
  reopened: (actor) => `${actor}重新打开了事件。`,
  withdrawn: (actor) => `${actor}撤回了报障。`,
  duplicate: (actor, master) => `${actor}将其标为${master}的重复报障。`,
  outOfScope: (actor) => `${actor}判定其不在服务范围内。`,
  contested: (actor) => `${actor}对该决定提出异议，事件恢复处理，只能由技术主管或经理再次决定。`,
  duplicateLinked: (actor, duplicate, reporter) =>
    `${actor}将${duplicate}并入该事件，${reporter}会同步收到进展。`,
  duplicateUnlinked: (actor, duplicate) =>
    `${actor}对合并提出异议，${duplicate}恢复单独处理，不再并入该事件。`,
  mergeProposed: (actor, master) => `${actor}认为与${master}是同一个问题，建议并入，客户同意后才会合并。`,
  mergeReminded: '原征询对象已不在客户人员中，改请其他有权确认的人员答复是否合并。',
  mergeDeclined: (actor) => `${actor}表示不是同一个问题，继续单独处理。`,
  mergeAgreed: (actor, master) => `${actor}确认是同一个问题，并入${master}继续处理。`,
  splitOff: (actor, into) => `${actor}将报障中的另一个问题拆分为${into}，单独处理。`,
  prewarned: (share, name) => `预警：${target[name]}时限已用去${share}。`,
  prewarnedAtStart: '按约定，受理时即通知。',
  prewarnedAtOnce: '按约定，这一优先级须立即通知。',
  prewarnedBy: (rung, name) => `${target[name]}时限${rung}。`,
  breached: (name, at) => `${target[name]}时限已超时，到期时间为${at}。`,
  escalated: (rung, name) => (name === 'response' ? `${rung}：尚无人响应。` : `${rung}：尚未解决。`),
  handedTo: (person, tier) => `转交${person}（${tier}）。`,
  handedToNobody: '目前无人值班接手。',
  escalationRepeated: (rung) => `${rung}，尚未确认收到，已再次通知。`,
  escalationAcknowledged: (actor) => `${actor}已确认收到升级通知。`,
  escalatedByHand: (actor, side) =>
    side === 'customer' ? `客户${actor}要求立即升级。` : `服务方${actor}发起立即升级。`,
  consentReminded: (count) => `第${count}次提醒：待客户确认是否已解决。`,
  confirmationReminded: '提醒：待服务方负责人确认关闭。',
  answerReminded: '提醒：待客户答复。',
  askedLeft: (who) => `被请求人${who}已不在客户人员中，可改请他人答复。`,
  updateNudged: '较长时间未向客户通报进展，请及时更新。',
  neverDue: (name) => `${target[name]}时限永远不会到期：时限用完之前，约定的服务时段就已全部结束。`,
  rated: (actor, score) => `${actor}评价：${score}分（满分5分）。`,
  ratedBecause: (actor, score) => `${actor}对评价的说明（${score}分，满分5分）：`,
  told: (names) => `已通知：${names}。`,
  emptyRoles: (roles) => `以下角色无人担任：${roles}，已通知上一级。`,
  late: (due) => `这条通知晚了，本应在${due}发出。`,
  passed: '相关人员已另行收到通知，不再重复。',
  rungs: {
    atOnce: '受理即通知',
    prewarning: (share) => `${share}预警`,
    prewarningNamed: '预警',
    alarm: '超时告警',
    handedOn: { next: '已请下一位工程师接手', 2: '已请二线支援', 3: '已请三线支援', nobody: '已请求支援' },
    told: (roles) => `已上报${roles}`,
    escalatedTo: (roles) => `升级到${roles}`,
    again: (news) => `${news}，再次提醒`,
    bothSides: (role) => `双方${role}`,
    daily: '每日高层简报',
    byHand: '人工升级',
    of: (rung, name) => `${rung}（${target[name]}）`,
  },
}
