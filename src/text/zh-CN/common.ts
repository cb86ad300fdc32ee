import type { common as en } from '../en/common.ts'

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** Words and joins that every sentence shares. */
export const common: typeof en = {
  bot: 'Accord',
  operator: '系统管理员',
  nobody: '暂无',
  you: '您',
  yes: '是',
  no: '否',
  list: (items) =>
    items.length < 2
      ? (items[0] ?? '暂无')
      : `${items.slice(0, -1).join('、')}和${items[items.length - 1] ?? ''}`,
  anyOf: (items) =>
    items.length < 2
      ? (items[0] ?? '暂无')
      : `${items.slice(0, -1).join('、')}或${items[items.length - 1] ?? ''}`,
  row: (items) => items.join(' · '),
  sentences: (items) => items.join(''),
  labelled: (label, value) => `${label}：${value}`,
  quoted: (sentence, words) => `${sentence}“${words}”`,
  moment: {
    today: (time) => time,
    tomorrow: (time) => `明天${time}`,
    yesterday: (time) => `昨天${time}`,
    day: (day, month, year) => `${year === undefined ? '' : `${year}年`}${month}月${day}日`,
    date: (weekday, day, month, year) =>
      `${year === undefined ? '' : `${year}年`}${month}月${day}日（${weekdays[weekday]}）`,
    at: (date, time) => `${date}${time}`,
    zoned: (moment, zone) => `${moment}（${zone}）`,
  },
  duration: {
    seconds: (seconds) => `${seconds}秒`,
    minutes: (minutes, seconds) => (seconds === 0 ? `${minutes}分钟` : `${minutes}分${seconds}秒`),
    hours: (hours, minutes) => (minutes === 0 ? `${hours}小时` : `${hours}小时${minutes}分`),
  },
}
