import { plain } from '../plain.ts'

const clock = String.raw`(?:\d{1,2}(?:[:.]\d\d)?(?: ?(?:am|pm|a\.m\.|p\.m\.|o'?clock|h|sharp))?|noon|midday|midnight|lunch(?:time)?)`
const day = `(?:today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|this (?:morning|noon|afternoon|evening|week|month)|next (?:week|month|monday|tuesday|wednesday|thursday|friday)|the (?:meeting(?! room)|demo|presentation|audit|deadline|weekend|end of)|end of|eod|eob|cob|close of business|closing time|we open|they open|they come|he comes|she comes|month-?end)`
const span = String.raw`(?:an|one|two|three|four|five|half an|a|the next|\d{1,3})(?: (?:few|couple of))? ?(?:hours?|hrs?|h|minutes?|mins?|min|days?|half)`

/** Until when, in English. */
const until = new RegExp(
  String.raw`\b(?:by|before|until|till|no later than|not later than|latest(?: by)?|at the latest)\s+(?:${clock}|${day})|\b(?:within|in less than)\s+${span}|\bdeadline\b|\b(?:${clock}|${day}) at the latest`,
)
/** When it is to be used, or begins: as good as a deadline. */
const useAt = new RegExp(
  String.raw`\b(?:need(?:s|ed)?|require[sd]?|want|use|open|opens|close|closes|closing|leave|start|starts|begin|begins|meeting|demo|presentation|audit|exam|training|flight|due)\b.{0,40}\b(?:(?:at|on|for|from) (?:${clock}|${day})|in ${span}|today|tonight|tomorrow)\b`,
)
const atLatest = /最晚|最迟|截止时间|期限是/

/** That something has to be so by then: what was so before then is none. */
const needs =
  /\b(?:need(?:s|ed)?|must|ha(?:ve|s) to|got to|should|want|require[sd]?|due|fix(?:ed)?|solved?|resolved?|ready|done|back|up|working|please|pls|can you|could you|latest|deadline|only until|only have until)\b/

const moment =
  '(?:\\d{1,2}(?::\\d\\d)?点?半?|[一二两三四五六七八九十]{1,3}点(?:半|钟|一刻)?|今天|今晚|今日|今早|明天|明早|明晚|后天|上午|中午|下午|晚上|下班|上班|午饭|开会|会议|演示|汇报|验收|周[一二三四五六日天末]|星期[一二三四五六日天]|这周|本周|下周|月底|年底|月末|天黑|开门|营业|[一二两三四五六七八九十几\\d]{1,3}(?:个)?(?:半)?(?:小时|钟头|分钟|天)|半(?:个)?小时|半天)'
const beforeThen = new RegExp(`${moment}(?:钟)?(?:以前|之前|之内|以内|内|前)`)
const forThen = new RegExp(
  `${moment}(?:.{0,6}就?(?:要|得|急|必须|需要)(?:用|开|交|发|出|上|演|汇|验|走|给|好|修好|弄好|能用|恢复|解决)|就?(?:下班|关门|打烊|交班|发车|开场)(?!前|后|以后|之后|时|的时候))`,
)
const needsThen = /要|必须|得|需要|务必|能不能|可以吗|能修好|修好|弄好|搞好|搞定|解决|恢复|处理|完成|交付|用/

/**
 * Whether words say until when something has to be done: `we need it before 3 pm`, `下午三点前要用`. What was so before then
 * (`it worked before noon`) is no deadline.
 */
export const deadlineSaid = (text: string): boolean => {
  const said = plain(text).text
  if (useAt.test(said) || forThen.test(said) || atLatest.test(said)) return true
  return (until.test(said) && needs.test(said)) || (beforeThen.test(said) && needsThen.test(said))
}
