import type { slackReplies as en } from '../en/slack-replies.ts'

/** What the bot says on Slack when Slack itself stands in the way. */
export const slackReplies: typeof en = {
  title: 'Accord',
  formLate: 'Slack 只允许在按下按钮后三秒内打开表单，刚才已经超时。请再按一下，表单就会打开。',
  openForm: '打开表单',
  working: '处理需要一点时间。内容已经收到，结果会显示在这里。',
  failed: '刚才未能完成。请重新打开表单再提交一次。',
  done: '已完成。',
  correct: '没有任何改动。请更正以下内容后重新提交表单：',
  unreadable:
    '我在这里读不到那条消息，所以仅凭 🎫 无法报障。请打开该消息的菜单（⋮）选择“Report this”，或邀请我加入该频道。',
  maybeTwice: 'Slack 没有告知这条消息是否已送达，它可能会出现两次。',
}
