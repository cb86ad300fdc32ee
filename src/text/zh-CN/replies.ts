import type { replies as en } from '../en/replies.ts'

/** What the bot says on a chat platform around its answers. */
export const replies: typeof en = {
  openForm: '打开表单',
  working: '处理需要一点时间。内容已经收到，结果会显示在这里。',
  failed: '刚才未能完成。请重新打开表单再提交一次。',
  done: '已完成。',
  correct: '没有任何改动。请更正以下内容后重新提交表单：',
  toThread: '查看群内讨论',
  maybeTwice: (platform) => `${platform}没有告知这条消息是否已送达，它可能会出现两次。`,
}
