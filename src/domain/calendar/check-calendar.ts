import type { Calendar, Window } from './calendar.ts'
import { type Opening, readWindow } from './windows.ts'
import { isZone, readLocal } from './zone.ts'

/** Why a calendar cannot be agreed on. `day` is the weekday (`mon`) or the date (`2026-10-01`) as the calendar has it. */
export type CalendarProblem =
  | { readonly code: 'unknown_zone'; readonly zone: string }
  /** Not a date of the form `YYYY-MM-DD` that exists. */
  | { readonly code: 'bad_date'; readonly day: string }
  /** Not of the form `HH:MM-HH:MM`. */
  | { readonly code: 'bad_window'; readonly day: string; readonly window: Window }
  /** Ends at or before it begins: a night shift is two windows, `22:00-24:00` and `00:00-06:00` of the next day. */
  | { readonly code: 'window_backwards'; readonly day: string; readonly window: Window }
  | { readonly code: 'windows_overlap'; readonly day: string; readonly windows: readonly [Window, Window] }
  /** 24×7 knows no holidays: dated exceptions would be ignored. */
  | { readonly code: 'always_with_dates' }
  /** No window at all: what is promised on it would never come due. */
  | { readonly code: 'never_open' }
  /** Open on single dates only: after the last of them nothing promised on it would come due. */
  | { readonly code: 'only_dates'; readonly last: string }

const checkDay = (day: string, windows: readonly Window[]): readonly CalendarProblem[] => {
  const problems: CalendarProblem[] = []
  const read: { readonly window: Window; readonly opening: Opening }[] = []
  for (const window of windows) {
    const opening = readWindow(window)
    if (opening === undefined) problems.push({ code: 'bad_window', day, window })
    else if (opening.to <= opening.from) problems.push({ code: 'window_backwards', day, window })
    else read.push({ window, opening })
  }
  let latest: (typeof read)[number] | undefined
  for (const next of read.sort((a, b) => a.opening.from - b.opening.from)) {
    if (latest !== undefined && next.opening.from < latest.opening.to)
      problems.push({ code: 'windows_overlap', day, windows: [latest.window, next.window] })
    if (latest === undefined || next.opening.to > latest.opening.to) latest = next
  }
  return problems
}

const neverAgain = (
  hours: Exclude<Calendar['hours'], 'always'>,
  dates: NonNullable<Calendar['dates']>,
): readonly CalendarProblem[] => {
  if (Object.values(hours).some((windows) => windows.length > 0)) return []
  const open = Object.keys(dates).filter((date) => (dates[date]?.hours.length ?? 0) > 0)
  const last = open.toSorted().at(-1)
  return [last === undefined ? { code: 'never_open' } : { code: 'only_dates', last }]
}

/** Everything that is wrong with a calendar, at once; none if it can be counted on. */
export const checkCalendar = ({ zone, hours, dates = {} }: Calendar): readonly CalendarProblem[] => {
  const zoneProblems: readonly CalendarProblem[] = isZone(zone) ? [] : [{ code: 'unknown_zone', zone }]
  if (hours === 'always')
    return Object.keys(dates).length === 0 ? zoneProblems : [...zoneProblems, { code: 'always_with_dates' }]
  const days = [
    ...Object.entries(hours),
    ...Object.entries(dates).map(([date, exception]) => [date, exception.hours] as const),
  ]
  return [
    ...zoneProblems,
    ...Object.keys(dates).flatMap((day) =>
      day.length === 10 && readLocal(day) !== undefined ? [] : [{ code: 'bad_date', day } as const],
    ),
    ...days.flatMap(([day, windows]) => checkDay(day, windows)),
    ...neverAgain(hours, dates),
  ]
}
