import { alwaysOpen } from '../domain/agreement/targets-v1.ts'
import type { Calendar } from '../domain/calendar/calendar.ts'
import { type CalendarProblem, checkCalendar } from '../domain/calendar/check-calendar.ts'
import { readDates, type SaidOfDate } from './dates.ts'
import { fields, need, or } from './fields.ts'
import { note, type Piece } from './piece.ts'
import { zone } from './scalars.ts'
import { readWeek, type Week } from './week.ts'

type Dates = ReadonlyMap<string, SaidOfDate>
const noDates: Dates = new Map()

/** Tells what `checkCalendar` found, at the piece that states the day. */
const tellProblem = (piece: Piece, problem: CalendarProblem): undefined => {
  switch (problem.code) {
    case 'bad_window':
      return note(piece, `window \`${problem.window}\` cannot be read`, 'write e.g. `09:00-18:00`')
    case 'window_backwards':
      return note(
        piece,
        `window \`${problem.window}\` ends before it begins`,
        'write a night as two windows: `22:00-24:00`, and `00:00-06:00` on the next day',
      )
    case 'windows_overlap':
      return note(
        piece,
        `windows ${problem.windows.join(' and ')} overlap`,
        'end one before the other begins',
      )
    case 'always_with_dates':
      return note(piece, 'it is always open, so holidays and workdays mean nothing', 'take them out')
    case 'never_open':
      return note(piece, 'it is never open, so nothing promised on it would come due', 'give it hours')
    case 'bad_date':
    case 'unknown_zone':
      return undefined // told where it was read
  }
}

/** Closed on holidays, open on make-up workdays: with Monday's hours unless they have their own. */
const exceptions = (holidays: Dates, workdays: Dates, week: Week): NonNullable<Calendar['dates']> => {
  const usual = week.get('mon')?.hours
  const dated = (dates: Dates, otherwise: readonly string[]) =>
    [...dates].map(([date, { hours = otherwise, name }]) => [date, { hours, ...(name && { name }) }] as const)
  for (const [date, { piece, hours }] of workdays) {
    if (holidays.has(date)) note(piece, `${date} is a holiday too`, 'keep it as one of them')
    if ((hours ?? usual) === undefined)
      note(
        piece,
        'its hours are not known',
        'write e.g. `hours: [09:00-18:00]`; only Monday’s would be taken over',
      )
  }
  return Object.fromEntries([...dated(holidays, []), ...dated(workdays, usual ?? [])])
}

/** Reads a calendar: the week's hours, holidays that close a date, make-up workdays that open one (调休). */
export const readCalendar = (id: string, piece: Piece): Calendar | undefined => {
  const read = fields<{ zone: string; hours: 'always' | Week; holidays: Dates; workdays: Dates }>(piece, {
    zone: need(zone, 'write an IANA name, e.g. `zone: Asia/Shanghai`'),
    hours: need(readWeek, 'write `hours: always`, or windows by day'),
    holidays: or(readDates, noDates),
    workdays: or(readDates, noDates),
  })
  if (id === alwaysOpen) note(piece, 'this calendar is always there', 'take it out, or give it another id')
  const { hours: stated, holidays = noDates, workdays = noDates } = read
  if (stated === undefined) return undefined
  const week: Week = stated === 'always' ? new Map() : stated
  const dates = exceptions(holidays, workdays, week)
  const calendar: Calendar = {
    id,
    zone: read.zone ?? 'UTC',
    hours:
      stated === 'always' ? stated : Object.fromEntries([...week].map(([day, { hours }]) => [day, hours])),
    ...(Object.keys(dates).length > 0 && { dates }),
  }
  // What a workday took over from Monday is Monday's to put right.
  const own = [...holidays, ...workdays].filter(([, { hours }]) => hours !== undefined)
  const places = new Map<string, { readonly piece: Piece }>([...week, ...own])
  const placeOf = (day: string) => places.get(day) ?? week.get('mon')
  for (const problem of checkCalendar(calendar))
    tellProblem('day' in problem ? (placeOf(problem.day)?.piece ?? piece) : piece, problem)
  return read.zone === undefined ? undefined : calendar
}
