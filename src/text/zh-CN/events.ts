import type { events as en } from '../en/events.ts'

const kinds: (typeof en)['kinds'] = {
  'ticket.reported': '受理',
  'ticket.dispatched': '分发',
  'ticket.owner_left': '处理人已离开',
  'ticket.acknowledged': '接单',
  'ticket.reassigned': '转派',
  'ticket.classified': '分类',
  'ticket.prioritised': '优先级',
  'ticket.downgrade_proposed': '降级建议',
  'ticket.downgrade_reminded': '再次询问是否降级',
  'ticket.downgrade_declined': '不同意降级',
  'ticket.note_added': '内部备注',
  'ticket.progress_reported': '进展通报',
  'ticket.message_added': '留言',
  'ticket.message_edited': '消息修改',
  'ticket.message_deleted': '消息删除',
  'ticket.customer_asked': '请客户配合',
  'ticket.ask_delivered': '请求送达',
  'ticket.customer_answered': '客户答复',
  'ticket.pause_contested': '挂起异议',
  'ticket.resolved': '提交解决',
  'ticket.solution_confirmed': '客户确认',
  'ticket.solution_rejected': '未解决',
  'ticket.closed': '关闭',
  'ticket.reopened': '重新打开',
  'ticket.cancelled': '未解决即结束',
  'ticket.contested': '对决定的异议',
  'ticket.duplicate_linked': '并入重复报障',
  'ticket.duplicate_unlinked': '取消并入',
  'ticket.merge_proposed': '合并建议',
  'ticket.merge_reminded': '再次询问是否合并',
  'ticket.merge_declined': '不同意合并',
  'ticket.split_off': '拆分',
  'ticket.prewarned': '预警',
  'ticket.breached': '超时告警',
  'ticket.escalated': '升级',
  'ticket.escalation_repeated': '重复升级通知',
  'ticket.escalation_acknowledged': '升级确认',
  'ticket.escalated_by_hand': '人工升级',
  'ticket.consent_reminded': '提醒确认是否解决',
  'ticket.confirmation_reminded': '提醒确认关闭',
  'ticket.answer_reminded': '提醒答复',
  'ticket.update_nudged': '提醒通报进展',
  'ticket.never_due': '时限永不到期',
  'ticket.rated': '评价',
}

/** A notice at once stands apart from the pre-warnings whose event it has; a mere `message` would not say of what. */
const abouts = { ...kinds, 'ticket.message_added': '会话中的新留言', 'ticket.told_at_start': '即时通报' }

/** What a notice was about, in a word or three; anything else keeps its name. */
export const events: typeof en = {
  kinds,
  about: (type) => (Object.hasOwn(abouts, type) ? abouts[type as keyof typeof abouts] : type),
}
