import type { Duration } from '../calendar/calendar.ts'
import { hour } from '../calendar/units.ts'

/** So many working days as business time: eight service hours each (targets-v1), whatever the calendar opens on a day. */
export const workingDays = (count: number): Duration => count * 8 * hour
