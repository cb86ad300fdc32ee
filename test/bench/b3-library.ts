import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc.js'
import businessTime from 'dayjs-business-time'
import type { Calendar, Duration, Instant } from '../../src/domain/calendar/calendar.ts'

/** The subset the library supports: whole minutes, one zone (UTC), windows by weekday, whole-day holidays. */
const windows = [
  { start: '09:00:00', end: '12:00:00' },
  { start: '13:00:00', end: '18:00:00' },
]
const holidays = Array.from({ length: 12 }, (_, year) =>
  ['01-01', '05-01', '10-01', '12-25'].map((date) => `${2025 + year}-${date}`),
).flat()

dayjs.extend(utc)
dayjs.extend(businessTime)
dayjs.setHolidays(holidays)
dayjs.setBusinessTime({
  ...{ monday: windows, tuesday: windows, wednesday: windows, thursday: windows, friday: windows },
  ...{ saturday: null, sunday: null },
})

const hours = ['09:00-12:00', '13:00-18:00']

/** The same hours as a calendar of ours. */
export const libraryCalendar: Calendar = {
  id: 'library',
  zone: 'UTC',
  hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  dates: Object.fromEntries(holidays.map((date) => [date, { hours: [] }])),
}

/** Open time between two instants as the library counts it. */
export const openTimeByLibrary = (from: Instant, to: Instant): Duration =>
  Math.abs(dayjs.utc(from).businessMinutesDiff(dayjs.utc(to))) * 60_000

/** The due instant as the library finds it. */
export const addByLibrary = (from: Instant, duration: Duration): Instant =>
  dayjs
    .utc(from)
    .addBusinessMinutes(duration / 60_000)
    .valueOf()
