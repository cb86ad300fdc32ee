import type { Duration } from './calendar.ts'

/** Lengths of wall time. A `day` is 24 hours: local days that change the clock are longer or shorter. */
export const minute: Duration = 60_000
export const hour: Duration = 60 * minute
export const day: Duration = 24 * hour
