import type { frame as en } from '../en/frame.ts'

/** What the frames of forms and pages say on a chat platform. */
export const frame: typeof en = {
  cancel: '取消',
  close: '关闭',
  date: '日期',
  time: '时间',
  zone: (zone) => `按${zone}时间填写。`,
  shortened: (max) => `原文超过${max}字，此处只有开头部分。`,
  more: (count) => `另有${count}项未显示。`,
}
