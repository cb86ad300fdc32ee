import type { Status, Ticket } from '../../domain/ticket/ticket.ts'
import type { Refusals } from '../en/refusals.ts'
import { ticket } from './ticket.ts'

type How = NonNullable<Ticket['cancelled']>['how']

const stands = ({ status, how }: { readonly status: Status; readonly how: How | undefined }): string =>
  how === undefined ? ticket.statuses[status] : ticket.cancellations[how]

const nextStep: { readonly [status in Status | 'withdrawn']: string } = {
  new: '请先由工程师接单。',
  in_progress: '当前可执行的操作见事件卡片。',
  on_hold: '正在等待客户答复。',
  resolved: '请先由客户确认是否已解决。',
  closed: '可重新打开，或重新报障。',
  cancelled: '可对该决定提出异议，或重新报障。',
  withdrawn: '如问题仍在，请重新报障。',
}

/** One sentence or two per expected no: what is true now, who and when, the next step. Nothing changed. */
export const refusals: Refusals = {
  not_found: () => '没有找到这个事件。发送“我的事件”可查看您能打开的事件。',
  not_permitted: ({ who, people }, { anyOf }) =>
    people === undefined
      ? {
          supplier: '此操作只能由服务方人员执行，未作任何变更。',
          customer: '此操作只能由客户人员执行，未作任何变更。',
          contact: '此操作只能由报障人或客户联系人执行，未作任何变更。',
          approver: '只有客户联系人可以批准或不批准，未作任何变更。',
          person_in_charge: '只有服务方负责人可以确认关闭，未作任何变更。',
          lead: '此操作只能由服务方技术主管或经理执行，未作任何变更。',
        }[who]
      : {
          supplier: `此操作由${anyOf(people)}负责，请直接联系，未作任何变更。`,
          customer: `此操作需由${anyOf(people)}执行，未作任何变更。`,
          contact: `此操作只能由${anyOf(people)}执行，未作任何变更。`,
          approver: `只有联系人${anyOf(people)}可以批准或不批准，未作任何变更。`,
          person_in_charge: `只有负责人${anyOf(people)}可以确认关闭，未作任何变更。`,
          lead: `此操作只能由主管${anyOf(people)}执行，未作任何变更。`,
        }[who],
  already_acknowledged: ({ by, at }, { name, moment }) =>
    `${name(by)}已于${moment(at)}接单。如需更换处理人，请转派。`,
  wrong_status: ({ status, how }) =>
    `事件当前为“${stands({ status, how })}”，不能执行此操作。${nextStep[how === 'withdrawn' ? how : status]}`,
  merged: ({ master }) =>
    `该事件已并入${master}，请在${master}上操作。如两者并非同一问题，报障人可提出异议。`,
  no_agreement: () => '该客户尚无生效的服务级别协议，无法作出承诺。请由服务方项目经理先完成协议。',
  agreement_not_valid: ({ from, to }) =>
    `服务级别协议有效期为${from}至${to}，目前不在有效期内。请联系服务方项目经理。`,
  unknown_person: ({ id }) => `没有找到“${id}”这个人，请从名单中选择。`,
  unknown_level: ({ value }) => `“${value}”不是协议约定的级别，请从给出的选项中选择。`,
  unknown_category: ({ value }) => `“${value}”不是服务目录里的分类，请从给出的选项中选择。`,
  malformed: () => '提交的内容无法识别，未作任何更改。请从卡片重新打开后再提交一次。',
  text_too_long: ({ length, most }) => `内容共${length}个字符，最多${most}个。请精简，或以附件发送。`,
  text_missing: () => '还没有内容。请用一句话说明发生了什么。',
  reason_missing: () => '请填写原因，它会写入处理记录供双方查看。一句话即可。',
  breach_reason_missing: () => '该事件有时限已超时，提交解决时须说明超时原因。请填写。',
  nothing_asked: () => '目前没有需要客户配合的请求，无需答复。',
  already_asked: ({ by, at }, { name, moment }) =>
    `${name(by)}已于${moment(at)}向客户提出请求，尚未收到答复。请等待答复或提醒对方。`,
  not_paused: () => '计时正在进行，没有可提出异议的暂停。',
  no_merge: () => '目前没有待确认的合并建议。',
  no_downgrade: () => '目前没有待确认的降级建议。',
  lower_than_merged: ({ ticket }) =>
    `并入该事件的${ticket}报障时更为紧急，须由其报障人或客户联系人同意降级。未作任何更改。`,
  awaiting_customer_consent: () => '客户尚未确认已解决。请先由报障人或客户联系人确认。',
  reopen_window_passed: ({ closedAt }, { moment }) =>
    `该事件已于${moment(closedAt)}关闭，超过可重新打开的期限。请重新报障，新事件会与它关联。`,
  not_contestable: () => '该事件没有可提出异议的决定。',
  decided_again_by_lead_only: () => '客户已提出过异议，只能由服务方技术主管或经理再次决定。',
  duplicate_of_itself: () => '事件不能与自身重复，请填写更早那个事件的编号。',
  master_not_open: ({ master }) => `${master}不是处理中的事件，无法并入。请填写同一客户未关闭的事件编号。`,
  already_escalated: ({ to, at }, { names, moment }) =>
    `您已升级过：已于${moment(at)}通知${to.length === 0 ? '双方管理人员' : names(to)}。如需上报更高一级，请说明新的情况。`,
  nothing_to_acknowledge: () => '该事件没有等待您确认收到的升级通知。',
  not_rateable: () => '事件关闭后由报障人评价，目前不能评价。',
}
