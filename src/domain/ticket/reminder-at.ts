import { addOpenTime } from '../calendar/business-time.ts'
import type { Calendar, Duration, Instant } from '../calendar/calendar.ts'
import { day, workingDays } from '../calendar/units.ts'

/**
 * When people are reminded after so much open time. Where the calendar closes for good before, a working day of it is a day
 * of any kind: silence must never be the end of it (RS.8).
 */
export const reminderAt = (calendar: Calendar, from: Instant, after: Duration): Instant =>
  addOpenTime(calendar, from, after) ?? from + Math.round((after / workingDays(1)) * day)
