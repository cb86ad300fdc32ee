import type { Duration } from './calendar.ts'

/** Lengths of wall time. A `day` is 24 hours: local days that change the clock are longer or shorter. */
export const minute: Duration = 60_000
export const hour: Duration = 60 * minute
export const day: Duration = 24 * hour

/** So many working days as business time: eight service hours each (targets-v1), whatever the calendar opens on a day. */
export const workingDays = (count: number): Duration => count * 8 * hour
