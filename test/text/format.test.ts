import { describe, expect, it } from 'vitest'
import type { Clockface } from '../../src/text/format.ts'
import { dated, duration, moment } from '../../src/text/format.ts'

const shanghai = { zone: 'Asia/Shanghai' }
const london = { zone: 'Europe/London' }
const now = Date.UTC(2026, 10, 4, 6, 5)
const day = 24 * 60 * 60_000
const inEnglish = (face: Partial<Clockface>): Clockface => ({ language: 'en', now, ...shanghai, ...face })
const inChinese = (face: Partial<Clockface>): Clockface => ({ language: 'zh-CN', now, ...shanghai, ...face })

describe('a moment', () => {
  it('is today, tomorrow or yesterday on the reader’s own wall', () => {
    expect(moment(now, inEnglish({}))).toBe('14:05')
    expect(moment(now + day, inChinese({}))).toBe('明天14:05')
    expect(moment(now - day, inEnglish({}))).toBe('yesterday 14:05')
    // 17:00 UTC is already tomorrow in Shanghai, still today in London.
    const late = Date.UTC(2026, 10, 4, 17)
    expect(moment(late, inEnglish({}))).toBe('tomorrow 01:00')
    expect(moment(late, inEnglish(london))).toBe('17:00')
  })

  it('has its date where it may still stand on that day', () => {
    expect(moment(now, inEnglish({ stands: true }))).toBe('14:05')
    expect(moment(now + day, inEnglish({ stands: true }))).toBe('5 Nov 14:05')
    expect(moment(now - day, inChinese({ stands: true }))).toBe('11月3日14:05')
  })

  it('has its date when it is further away, and its year when that is another', () => {
    expect(moment(now + 3 * day, inEnglish({}))).toBe('7 Nov 14:05')
    expect(moment(now + 3 * day, inChinese({}))).toBe('11月7日14:05')
    expect(dated(now + 100 * day, inEnglish({}))).toBe('Fri 12 Feb 2027 14:05')
    expect(dated(now + 100 * day, inChinese({}))).toBe('2027年2月12日（周五）14:05')
  })

  it('always has its date where it stays on a wall for days', () => {
    expect(dated(now, inEnglish({}))).toBe('Wed 4 Nov 14:05')
    expect(dated(now, inChinese({}))).toBe('11月4日（周三）14:05')
  })

  it('names its zone when asked to, as that zone calls itself that day', () => {
    expect(moment(now, inEnglish({ zoned: true }))).toBe('14:05 GMT+8')
    expect(moment(now, inChinese({ zoned: true }))).toBe('14:05（GMT+8）')
    expect(dated(Date.UTC(2026, 6, 1, 11), inEnglish({ ...london, zoned: true }))).toBe('Wed 1 Jul 12:00 BST')
    expect(dated(Date.UTC(2026, 11, 1, 11), inEnglish({ ...london, zoned: true }))).toBe(
      'Tue 1 Dec 11:00 GMT',
    )
  })

  it('stands at midnight as 00:00, never 24:00', () => {
    expect(moment(Date.UTC(2026, 10, 3, 16), inEnglish({}))).toBe('00:00')
  })
})

describe('a length of time', () => {
  it.each([
    [0, '0 s', '0秒'],
    [45_999, '45 s', '45秒'],
    [60_000, '1 min', '1分钟'],
    [90_000, '1 min 30 s', '1分30秒'],
    [20 * 60_000 + 59_000, '20 min', '20分钟'],
    [80 * 60_000, '1 h 20 min', '1小时20分'],
    [24 * 60 * 60_000, '24 h', '24小时'],
    [-5, '0 s', '0秒'],
  ])('%i ms is %s and %s', (length, english, chinese) => {
    expect(duration(length, 'en')).toBe(english)
    expect(duration(length, 'zh-CN')).toBe(chinese)
  })
})
