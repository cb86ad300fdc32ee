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
    collected: (due) => `待${due}随汇总发送`,
    title: (id) => `${id}：通知记录`,
    titleOf: (id, who) => `${id}：${who}收到的通知`,
    people: ['对象', '最近通知', '方式'],
    columns: ['时间', '通知事项', '身份', '方式'],
    who: (name, as) => `${name}（${as}）`,
    as: (role, side) => `${side}${role}`,
    room: (name) => `“${name}”群`,
    status: {
      owed: '发送中',
      sent: '已发送',
      failed: '联系不上',
      withdrawn: '未发送：情况已变化',
      superseded: '未发送：已由后续通知代替',
    },
    on: (sent, chat) => `${sent}，${chat}`,
    ways: {
      alone: (at) => `${at}已发送`,
      card: (at) => `${at}已更新到其卡片上，不响铃`,
      list: (at) => `${at}已发送，与其他事件合为一条消息`,
      digest: (at) => `${at}已随汇总发送`,
      thread: (at) => `${at}已发到报障会话`,
      room: (at) => `${at}已发到群里`,
    },
    read: (state) => `${state}，已读`,
    owes: '尚未确认收到',
    alsoOwed: (count) => `另有${count}条发送中`,
    alsoFailed: (count) => `此前${count}条未送达`,
    all: (count) => `全部${count}条`,
    everybody: '所有人',
    totals: (all, sent, { owed, failed, over }) =>
      `${[
        sent === all ? `共${all}条通知，均已发送` : `共${all}条通知，已发送${sent}条`,
        ...(owed === 0 ? [] : [`发送中${owed}条`]),
        ...(failed === 0 ? [] : [`未送达${failed}条`]),
        ...(over === 0 ? [] : [`情况已变化、未再发送${over}条`]),
      ].join('，')}。`,
    because: (status, why) => `${status}（${why}）`,
    zone: (zone) => `时区：${zone}。`,
    empty: '暂无须通知的人员。',
    summary: (id, totals) => `${id}：${totals}`,
    platforms: { web: '网页聊天', slack: 'Slack', teams: 'Teams' },
  },
}
