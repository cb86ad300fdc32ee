import type { Weekday, Window } from '../domain/calendar/calendar.ts'
import { suggestion } from './closest.ts'
import { eachOf, listOf } from './fields.ts'
import { note, type Piece, type Read, refuse } from './piece.ts'
import { text } from './scalars.ts'

/** The windows of each weekday, and the piece that states them. */
export type Week = ReadonlyMap<Weekday, { readonly hours: readonly Window[]; readonly piece: Piece }>

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const names: readonly string[] = weekdays

/** Reads the windows of one day; whether they fit together `checkCalendar` says. */
export const windows = listOf('window', text)

/** `mon`, or `mon-fri`. */
const weekdaysOf = (piece: Piece): readonly Weekday[] => {
  const [from = '', to = from, ...more] = piece.what.split('-')
  const first = names.indexOf(from)
  const last = names.indexOf(to)
  if (first >= 0 && first <= last && more.length === 0) return weekdays.slice(first, last + 1)
  note(piece, 'this is not a day of the week', suggestion(piece.what, [...names, 'mon-fri']))
  return []
}

/** Reads service hours: `always`, or windows by day of the week. */
export const readWeek: Read<'always' | Week> = (piece) => {
  if (piece.value === 'always') return 'always'
  if (typeof piece.value !== 'object')
    return refuse(piece, 'is not known', 'write `always`, or windows by day, e.g. `mon-fri: [09:00-18:00]`')
  const week = new Map<Weekday, { hours: readonly Window[]; piece: Piece }>()
  for (const part of eachOf(piece).values()) {
    const hours = windows(part) ?? []
    for (const day of weekdaysOf(part)) {
      if (week.has(day)) note(part, `${day} is stated twice`, 'state each day of the week once')
      week.set(day, { hours, piece: part })
    }
  }
  return week
}
