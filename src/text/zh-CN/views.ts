import type { views as en } from '../en/views.ts'

/** The views a person asks for. */
export const views: typeof en = {
  list: {
    summary: (title, count) => `${title}：${count}个事件`,
  },
  history: {
    title: (id) => `${id}：处理记录`,
    columns: ['时间', '经过', '状态'],
    chain: (count) => `共${count}条，按顺序完整保存，不可删除。`,
    shown: '以上为双方共享的记录。',
    broken: (id, seq) =>
      `${id}的记录不完整：自第${seq}条起，数据库中的内容曾被绕过Accord改动，此处只显示之前的记录。请联系Accord的运维人员运行\`npm run audit\`核查。`,
    brokenForCustomer: '记录不完整：部分内容在写入后被改动，此处只显示改动之前的记录。请向服务方询问。',
    empty: '暂无记录。',
  },
  told: {
    collected: (due) => `已汇总，${due}发送`,
    title: (id) => `${id}：通知记录`,
    columns: ['时间', '对象', '事项', '结果'],
    who: (name, role, side) => `${name}（${side}${role}）`,
    inThread: (who) => `${who}，报障会话中`,
    room: (name) => `${name}群`,
    status: {
      owed: '待发送',
      sent: '已送达',
      failed: '未送达',
      withdrawn: '未发送：情况已变化',
      superseded: '未发送：已由后续通知代替',
    },
    at: (status, at, where) => (where === '' ? `${at}${status}` : `${at}${status}，${where}`),
    because: (status, why) => `${status}（${why}）`,
    zone: (zone) => `时区：${zone}。`,
    empty: '暂无须通知的人员。',
    summary: (id, reached, owed) => `${id}：应通知${owed}条，已送达${reached}条。`,
    platforms: { web: '网页聊天', slack: 'Slack', teams: 'Teams' },
  },
}
