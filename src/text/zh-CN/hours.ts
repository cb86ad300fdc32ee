import type { hours as en } from '../en/hours.ts'

const days = { mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五', sat: '周六', sun: '周日' }

/** Service hours and calendars. */
export const hours: typeof en = {
  always: '7×24小时',
  never: '仅限约定日期',
  and: '、',
  next: '，',
  days: (first, last, windows) =>
    first === last ? `${days[first]} ${windows}` : `${days[first]}至${days[last]} ${windows}`,
  in: (hours, zone) => `${hours}（${zone}）`,
}
