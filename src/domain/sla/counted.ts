import type { Calendar, Duration, Instant } from '../calendar/calendar.ts'
import { openStretches } from '../calendar/open-stretches.ts'
import type { ClockFacts } from './clock.ts'
import { pausesWithin } from './pauses.ts'

/** A piece of a clock's time: counted, or left out because it paused. What is in neither lies outside service hours. */
export type Piece = { readonly kind: 'counted' | 'paused'; readonly from: Instant; readonly to: Instant }

/** How a clock came to show what it shows at an instant (M2.4): every stretch it counted and every pause, in order. */
export const pieces = (
  calendar: Calendar,
  { startedAt, pauses: all, stoppedAt }: ClockFacts,
  at: Instant,
): readonly Piece[] => {
  const end = Math.min(at, stoppedAt ?? at)
  const pauses = pausesWithin(all, startedAt, end)
  const running: { from: Instant; to: Instant }[] = []
  let from = startedAt
  for (const pause of pauses) {
    running.push({ from, to: pause.from })
    from = pause.to
  }
  running.push({ from, to: end })
  const counted = running.flatMap((span) => openStretches(calendar, span.from, span.to))
  return [
    ...counted.map((span) => ({ kind: 'counted', ...span }) as const),
    ...pauses.map((span) => ({ kind: 'paused', ...span }) as const),
  ].sort((one, other) => one.from - other.from)
}

/** The business time of counted pieces. It equals what the clock reads. */
export const countedTime = (counted: readonly Piece[]): Duration =>
  counted.reduce((sum, { kind, from, to }) => (kind === 'counted' ? sum + to - from : sum), 0)

/** The same pieces cut where they would run across one of these moments. */
export const cutAt = (whole: readonly Piece[], moments: readonly Instant[]): readonly Piece[] =>
  whole.flatMap(({ kind, from, to }) => {
    const inside = [...new Set(moments)]
      .filter((at) => from < at && at < to)
      .sort((one, other) => one - other)
    const borders = [from, ...inside, to]
    return borders.slice(1).map((end, index) => ({ kind, from: borders[index] ?? from, to: end }))
  })
