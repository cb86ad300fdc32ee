import type { Instant } from './calendar.ts'
import { stretchesOf } from './offsets.ts'
import { day } from './units.ts'

/** What a wall clock reads, as the instant at which a clock in UTC would read the same. */
export type LocalTime = number

/** The year a clock in UTC reads. */
export const utcYear = (at: Instant): number => new Date(at).getUTCFullYear()

/** Whether this machine knows the zone by its IANA name. */
export const isZone = (zone: string): boolean => {
  try {
    return stretchesOf(zone, 1970).length > 0
  } catch {
    return false
  }
}

/** What a wall clock in the zone reads at an instant. An unknown zone is a fault. */
export const localTime = (zone: string, at: Instant): LocalTime => {
  const stretch = stretchesOf(zone, utcYear(at)).find(({ to }) => at < to)
  return at + (stretch?.offset ?? 0)
}

/** The date on the wall of a zone, `YYYY-MM-DD`. */
export const localDate = (zone: string, at: Instant): string =>
  new Date(localTime(zone, at)).toISOString().slice(0, 10)

/**
 * The first instant at which the zone's wall clock reads this time or later. So a time that comes twice, when the
 * clock goes back, means its first coming; a time that is left out, when the clock goes forward, means the moment of
 * the jump. Later local times never come earlier: windows keep their order and never overlap through a change.
 */
export const instantOf = (zone: string, local: LocalTime): Instant => {
  // No zone is ever a day away from UTC, so the search may begin a day before and ends within the day after.
  for (let year = utcYear(local - day); ; year += 1) {
    for (const { from, to, offset } of stretchesOf(zone, year)) {
      const at = Math.max(from, local - offset)
      if (at < to) return at
    }
  }
}

const pattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/

/** Reads a local date `YYYY-MM-DD` (its midnight) or date-time `YYYY-MM-DDTHH:MM`; undefined if no calendar has it. */
export const readLocal = (text: string): LocalTime | undefined => {
  if (!pattern.test(text)) return undefined
  const full = text.length === 10 ? `${text}T00:00` : text
  const local = Date.parse(`${full}Z`)
  return Number.isNaN(local) || new Date(local).toISOString().slice(0, 16) !== full ? undefined : local
}
