const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** Words and joins that every sentence shares. */
export const common = {
  bot: 'Accord',
  operator: 'the operator',
  nobody: 'nobody',
  you: 'you',
  yes: 'yes',
  no: 'no',
  /** Names in a row: `Li, Wang and Zhao`. */
  list: (items: readonly string[]) =>
    items.length < 2
      ? (items[0] ?? 'nobody')
      : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`,
  /** Any of these: `Li or Wang`. */
  anyOf: (items: readonly string[]) =>
    items.length < 2
      ? (items[0] ?? 'nobody')
      : `${items.slice(0, -1).join(', ')} or ${items[items.length - 1] ?? ''}`,
  /** Facts in a row, not a sentence: `P2 · in progress`. */
  row: (items: readonly string[]) => items.join(' · '),
  sentences: (items: readonly string[]) =>
    items
      .filter((item) => item !== '')
      .map((item) => item.replace(/^you\b/, 'You'))
      .join(' '),
  labelled: (label: string, value: string) => `${label}: ${value}`,
  /** A sentence and a person’s own words to it, on one line. */
  quoted: (sentence: string, words: string) => `${sentence} “${words}”`,
  moment: {
    today: (time: string) => time,
    tomorrow: (time: string) => `tomorrow ${time}`,
    yesterday: (time: string) => `yesterday ${time}`,
    /** `month` 1–12; the year is given only when it is not this one. */
    day: (day: number, month: number, year?: number) =>
      `${day} ${months[month - 1]}${year === undefined ? '' : ` ${year}`}`,
    /** `month` 1–12, `weekday` 0 is Sunday; the year is given only when it is not this one. */
    date: (weekday: number, day: number, month: number, year?: number) =>
      `${weekdays[weekday]} ${day} ${months[month - 1]}${year === undefined ? '' : ` ${year}`}`,
    at: (date: string, time: string) => `${date} ${time}`,
    zoned: (moment: string, zone: string) => `${moment} ${zone}`,
  },
  duration: {
    seconds: (seconds: number) => `${seconds} s`,
    minutes: (minutes: number, seconds: number) => `${minutes} min${seconds === 0 ? '' : ` ${seconds} s`}`,
    hours: (hours: number, minutes: number) => `${hours} h${minutes === 0 ? '' : ` ${minutes} min`}`,
  },
}
