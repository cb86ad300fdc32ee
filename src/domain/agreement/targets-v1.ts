import type { Duration } from '../calendar/calendar.ts'
import type { Targets } from './agreement.ts'

const minutes: Duration = 60_000
const hours = 60 * minutes

/** A working day (wd) is eight service hours, whatever the length of the calendar's day. */
export const workingDay: Duration = 8 * hours

/** The name of the calendar that is always open; the first two priorities count on it. */
export const alwaysOpen = '24x7'

/** The default promises per priority; P3 and P4 count on the given service hours. P4 hears of progress at least every 3 wd. */
export const targetsV1 = (serviceHours: string): Targets => ({
  P1: {
    calendar: alwaysOpen,
    response: 15 * minutes,
    resolution: 4 * hours,
    updateEvery: 30 * minutes,
    answerReminderAfter: 30 * minutes,
  },
  P2: {
    calendar: alwaysOpen,
    response: 30 * minutes,
    resolution: 8 * hours,
    updateEvery: 2 * hours,
    answerReminderAfter: 2 * hours,
  },
  P3: {
    calendar: serviceHours,
    response: 2 * hours,
    resolution: 3 * workingDay,
    updateEvery: workingDay,
    answerReminderAfter: workingDay,
  },
  P4: {
    calendar: serviceHours,
    response: workingDay,
    resolution: 5 * workingDay,
    updateEvery: 3 * workingDay,
    answerReminderAfter: workingDay,
  },
})
