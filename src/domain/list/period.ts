import type { Instant } from '../calendar/calendar.ts'
import { day } from '../calendar/units.ts'
import { instantOf, localTime } from '../calendar/zone.ts'

export const periods = [
  'today',
  'yesterday',
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'this_year',
] as const
/** A stretch of the reader's own calendar. A week begins on Monday. */
export type Period = (typeof periods)[number]

/** From the first instant to before the other. */
export type Stretch = { readonly from: Instant; readonly to: Instant }

/** Local midnights as a clock in UTC would read them. */
const monthStart = (today: number, shift: number): number => {
  const date = new Date(today)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + shift, 1)
}

const localStretch = (period: Period, today: number): readonly [from: number, to: number] => {
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * day
  switch (period) {
    case 'today':
      return [today, today + day]
    case 'yesterday':
      return [today - day, today]
    case 'this_week':
      return [monday, monday + 7 * day]
    case 'last_week':
      return [monday - 7 * day, monday]
    case 'this_month':
      return [monthStart(today, 0), monthStart(today, 1)]
    case 'last_month':
      return [monthStart(today, -1), monthStart(today, 0)]
    case 'this_year': {
      const year = new Date(today).getUTCFullYear()
      return [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)]
    }
  }
}

/** The instants of a period, on the wall clock of this zone. */
export const stretchOf = (period: Period, zone: string, now: Instant): Stretch => {
  const today = Math.floor(localTime(zone, now) / day) * day
  const [from, to] = localStretch(period, today)
  return { from: instantOf(zone, from), to: instantOf(zone, to) }
}
