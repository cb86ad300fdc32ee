import { isZone, readLocal } from '../domain/calendar/zone.ts'
import type { Language } from '../domain/people/sides.ts'
import { saysNothing } from '../domain/words/blank.ts'
import { suggestion } from './closest.ts'
import { type Read, refuse, written } from './piece.ts'

/** What no screen shows as what it is, and no database keeps: control characters, halves and remains of characters, turned-around text. */
const unshowable = /[\ufffd\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
/** A line of text, in one Unicode form however it was typed. */
export const text: Read<string> = (piece) => {
  const { value } = piece
  if (typeof value !== 'string')
    return refuse(piece, 'is not text', 'put it in quotes if it is meant as text')
  const line = value.trim().normalize('NFC')
  if (saysNothing(line) && !unshowable.test(line)) return refuse(piece, 'is empty', 'write something')
  if (!line.includes('\n') && unshowable.test(line))
    return refuse(piece, 'holds characters that cannot be shown', 'type it anew instead of pasting it')
  return line.length > 200 || line.includes('\n')
    ? refuse(piece, 'is too long', 'keep it to one line of 200 letters')
    : line
}

/** One of a few known words. */
export const oneOf =
  <Word extends string>(words: readonly Word[], otherwise = 'is not known'): Read<Word> =>
  (piece) =>
    words.find((word) => word === piece.value) ??
    refuse(piece, otherwise, suggestion(written(piece.value), words))

/** The id of something defined elsewhere in the file. */
export const reference = (known: Iterable<string>, otherwise?: string): Read<string> =>
  oneOf([...known], otherwise)

/** A whole number from 1 on. */
export const count: Read<number> = (piece) =>
  Number.isSafeInteger(piece.value) && Number(piece.value) >= 1
    ? Number(piece.value)
    : refuse(piece, 'is not a whole number from 1 on', 'write e.g. `1`')

/** A language people are addressed in. */
export const language: Read<Language> = oneOf(['en', 'zh-CN'])

/** The zone most often looked for under a name that is not in the IANA list. */
const nicknames = new Map([['beijing', 'Asia/Shanghai']])

/** An IANA time zone. */
export const zone: Read<string> = (piece) => {
  const name = typeof piece.value === 'string' ? piece.value : ''
  if (/^[A-Za-z]/.test(name) && isZone(name)) return name
  const city = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  const zones = Intl.supportedValuesOf('timeZone')
  const meant = nicknames.get(city(name)) ?? zones.find((known) => city(known) === city(name))
  const fix = meant === undefined ? suggestion(name, zones) : `did you mean \`${meant}\`?`
  return refuse(
    piece,
    'is not a known time zone',
    fix.startsWith('known') ? 'write an IANA name such as `Asia/Shanghai` or `Europe/London`' : fix,
  )
}

/** A local date, `YYYY-MM-DD`. */
export const date: Read<string> = (piece) =>
  typeof piece.value === 'string' && piece.value.length === 10 && readLocal(piece.value) !== undefined
    ? piece.value
    : refuse(piece, 'is not a date', 'write year-month-day, e.g. `2026-10-01`')

/** A local date and time, `YYYY-MM-DDTHH:MM`. */
export const dateTime: Read<string> = (piece) =>
  typeof piece.value === 'string' && piece.value.length === 16 && readLocal(piece.value) !== undefined
    ? piece.value
    : refuse(piece, 'is not a date and time', 'write e.g. `2026-10-01T09:00`')

/** A time of day, `HH:MM`. */
export const timeOfDay: Read<string> = (piece) =>
  typeof piece.value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(piece.value)
    ? piece.value
    : refuse(piece, 'is not a time of day', 'write hours and minutes in quotes, e.g. `"09:00"`')

/** Local dates from one to another, both inclusive: `2026-01-01..2026-12-31`, or one date. */
export type DateRange = { readonly from: string; readonly to: string }

/** Reads a date range. */
export const dateRange: Read<DateRange> = (piece) => {
  const parts = typeof piece.value === 'string' ? piece.value.split('..') : []
  const [from, to = from] = parts
  const isDate = (part: string) => part.length === 10 && readLocal(part) !== undefined
  if (from === undefined || to === undefined || parts.length > 2 || !isDate(from) || !isDate(to))
    return refuse(piece, 'is neither a date nor a range of dates', 'write e.g. `2026-01-01..2026-12-31`')
  return from <= to ? { from, to } : refuse(piece, 'ends before it begins', `write \`${to}..${from}\``)
}
