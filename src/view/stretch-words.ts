import { openTime } from '../domain/calendar/business-time.ts'
import type { Calendar, Duration, Instant } from '../domain/calendar/calendar.ts'
import type { Piece } from '../domain/sla/counted.ts'
import type { Speech } from './reading.ts'
import type { Caused } from './stretch-causes.ts'

/** What a stretch counts, and why where that is not plain: a pause says whose, a contested one that it counts after all. */
export const stretchWords = (
  { kind, from, to }: Piece,
  causes: readonly Caused[],
  due: Instant | undefined,
  { t, duration }: Speech,
): string => {
  const cause = causes.findLast((one) => one.from <= from && to <= one.to)?.cause
  if (kind === 'paused') return t.why.causes[cause ?? 'asked']
  const words = [
    ...(cause === undefined ? [] : [t.why.causes[cause]]),
    ...(due === undefined || from < due ? [] : [t.why.beyond]),
  ]
  return words.length === 0 ? duration(to - from) : t.why.counts(duration(to - from), words)
}

/**
 * What the clock would show had a stretch the parties may see differently counted the other way: a contested pause, a wait
 * for the customer's word. Both readings are shown (clock-v1).
 */
export const otherReadings = (
  calendar: Calendar,
  causes: readonly Caused[],
  shown: { readonly from: Instant; readonly to: Instant; readonly used: Duration },
  { t, dated, duration }: Speech,
): readonly string[] =>
  causes.flatMap(({ cause, from, to }) => {
    if (cause === 'closed' || cause === 'asked') return []
    const length = openTime(calendar, Math.max(from, shown.from), Math.min(to, shown.to))
    if (length === 0) return []
    const other = cause === 'waitedLong' ? shown.used + length : shown.used - length
    return [t.why.otherwise[cause](dated(from), duration(other), duration(shown.used))]
  })
