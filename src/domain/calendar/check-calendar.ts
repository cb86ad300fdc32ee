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

/** Whether it opens by day of the week, and the last date, `YYYY-MM-DD`, on which it opens by itself. */
const openings = ({ hours, dates = {} }: Calendar) => {
  const open = Object.keys(dates).filter((date) => (dates[date]?.hours.length ?? 0) > 0)
  return {
    weekly: hours === 'always' || Object.values(hours).some((windows) => windows.length > 0),
    last: open.toSorted().at(-1),
  }
}

/** The last date, `YYYY-MM-DD`, on which a calendar opens that opens on single dates only; after it nothing promised on it comes due. */
export const opensLast = (calendar: Calendar): string | undefined => {
  const { weekly, last } = openings(calendar)
  return weekly ? undefined : last
}

/** Everything that is wrong with a calendar, at once; none if it can be counted on. */
export const checkCalendar = (calendar: Calendar): readonly CalendarProblem[] => {
  const { zone, hours, dates = {} } = calendar
  const { weekly, last } = openings(calendar)
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
    ...(weekly || last !== undefined ? [] : [{ code: 'never_open' } as const]),
  ]
}
