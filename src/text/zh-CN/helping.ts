import type { helping as en } from '../en/helping.ts'

/** Help: the few things somebody most likely wants now, and where all the others are. */
export const helping: typeof en = {
  title: '您现在可以',
  waits: (count, first) =>
    count === 1 ? `${first}在等您处理。` : `有${count}个事件在等您处理，先看${first}。`,
  more: '其他操作请点击分组查看，或发送“帮助”加上您要做的事，例如“帮助 关闭”。',
  byNumber: '用编号指明事件，或在事件的会话中回复。直接提问也可以：“谁在处理？”',
  groups: {
    start: '报障与查询',
    work: '处理事件',
    agree: '确认与审批',
    look: '查看详情',
    self: '个人设置',
  },
  back: '返回帮助',
}
