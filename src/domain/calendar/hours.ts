import type { Calendar, Weekday } from './calendar.ts'
import { day } from './units.ts'
import { type Opening, openingsOf } from './windows.ts'
import { type LocalTime, readLocal } from './zone.ts'

/** The openings of a local date, given by its midnight. */
export type Hours = (midnight: LocalTime) => readonly Opening[]

/** In the order of the week that 1970-01-01, a Thursday, begins. */
const weekdays: readonly Weekday[] = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed']

/** Reads a calendar's week and its dated exceptions, which replace the week's windows of their date (调休, holidays). */
export const hoursOf = ({ hours, dates = {} }: Calendar): Hours => {
  if (hours === 'always') return () => [{ from: 0, to: day }]
  const week = weekdays.map((weekday) => openingsOf(hours[weekday] ?? []))
  const exceptions = new Map(
    Object.entries(dates).map(([date, exception]) => [readLocal(date), openingsOf(exception.hours)]),
  )
  return (midnight) => exceptions.get(midnight) ?? week[(((midnight / day) % 7) + 7) % 7] ?? []
}
