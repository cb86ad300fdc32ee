import type { teams as en } from '../en/teams.ts'

/** What only Teams needs said. */
export const teams: typeof en = {
  back: '返回',
  window: '在窗口中打开',
  required: '此项必填。',
  below: '已显示在下方。',
  sentInChat: '已发到您与我的单独聊天中。',
  workingApart: '处理需要一点时间。内容已经收到，结果会发到您与我的单独聊天中。',
  gone: '没有可返回的内容。会话中显示的就是当前情况。',
  left: '未做任何更改。',
  reported: '已报障，编号和承诺时限见会话中的回执。',
  emptied: '以上一条消息的内容为准。',
}
