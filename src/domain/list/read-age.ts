import type { Duration } from '../calendar/calendar.ts'
import { day, hour, minute } from '../calendar/units.ts'
import type { ListQuery } from './list-query.ts'

const lengths: readonly (readonly [unit: RegExp, length: Duration])[] = [
  [/^(?:mo|months?|个月|月)$/, 30 * day],
  [/^(?:w|wks?|weeks?|周|个?星期|个?礼拜)$/, 7 * day],
  [/^(?:d|days?|天|日)$/, day],
  [/^(?:h|hrs?|hours?|个?小时|个?钟头)$/, hour],
  [/^(?:m|mins?|minutes?|分钟?)$/, minute],
]
const numerals = '零一二三四五六七八九十'

const unit =
  'months?|mo|weeks?|wks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m|个月|月|周|个?星期|个?礼拜|天|日|个?小时|个?钟头|分钟?'
const count = '([0-9]{1,4}|an?|one|two|three|[一二两三四五六七八九十])'
const ends = '(?![a-z0-9])'
const span = `${count} ?(${unit})${ends}`

const before: readonly RegExp[] = [
  new RegExp(`^(?:older|open|waiting|more) ?(?:than|for|:)? ?${span}`),
  new RegExp(`^over ${span}`),
  new RegExp(`^(?:超过|大于|多于|早于) ?${span} ?(?:以上|之?前)?`),
  new RegExp(`^${span} ?(?:以上|之?前|old\\b|ago\\b)`),
  new RegExp(`^> ?${span}`),
]
const within: readonly RegExp[] = [
  new RegExp(
    `^(?:newer|less|younger|within|(?:in |of |from )?(?:the )?(?:last|past)) ?(?:than|the|:)? ?${span}`,
  ),
  new RegExp(`^(?:最近|近|过去) ?${span} ?(?:以?内|之内)?`),
  new RegExp(`^${span} ?(?:以内|之内|内)`),
  new RegExp(`^< ?${span}`),
]

const lengthOf = (number: string, of: string): Duration | undefined => {
  const words: { readonly [word: string]: number } = { a: 1, an: 1, one: 1, two: 2, three: 3, 两: 2 }
  const found = (Object.hasOwn(words, number) ? words[number] : undefined) ?? numerals.indexOf(number)
  const many = /^[0-9]/.test(number) ? Number(number) : found
  const each = lengths.find(([name]) => name.test(of))?.[1]
  return each === undefined || many < 1 ? undefined : many * each
}

const readBy = (text: string, patterns: readonly RegExp[]) => {
  for (const pattern of patterns) {
    const [all, number, of] = pattern.exec(text) ?? []
    const length = number === undefined || of === undefined ? undefined : lengthOf(number, of)
    if (all !== undefined && length !== undefined) return { taken: all.length, length }
  }
  return undefined
}

/** An age that plain words begin with, `older 3d`, `超过3天`, `last 2 weeks`, and how many characters it took. */
export const readAge = (
  text: string,
): { readonly taken: number; readonly age: Pick<ListQuery, 'older' | 'newer'> } | undefined => {
  const older = readBy(text, before)
  if (older !== undefined) return { taken: older.taken, age: { older: older.length } }
  const newer = readBy(text, within)
  return newer && { taken: newer.taken, age: { newer: newer.length } }
}

const units: readonly (readonly [unit: string, length: Duration])[] = [
  ['d', day],
  ['h', hour],
  ['m', minute],
]

/** An age as it can be read again: `3d`. */
export const writeAge = (age: Duration): string => {
  const [name, length] = units.find(([, each]) => age % each === 0) ?? ['m', minute]
  return `${Math.round(age / length)}${name}`
}
