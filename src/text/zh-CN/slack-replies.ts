import type { slackReplies as en } from '../en/slack-replies.ts'

/** What the bot says on Slack when Slack itself stands in the way. */
export const slackReplies: typeof en = {
  formLate: 'Slack只允许在按下按钮后三秒内打开表单，刚才已经超时。请再按一下，表单就会打开。',
  unreadable:
    '我在这里读不到那条消息，所以仅凭 🎫 无法报障。请打开该消息的菜单（⋮）选择“Report this”，或邀请我加入该频道。',
  strayed: '这条消息所属的会话已被删除，内容已改用其他方式告知。',
}
