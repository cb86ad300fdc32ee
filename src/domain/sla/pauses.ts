import type { Instant } from '../calendar/calendar.ts'

/** A stretch of time; without `to` it is still on. Zero length is legal and counts nothing. */
export type Span = { readonly from: Instant; readonly to?: Instant }

/** A pause that is known to end, if only by the moment it is looked at. */
export type Pause = { readonly from: Instant; readonly to: Instant }

/**
 * The pauses inside a time frame in order, without overlap: whatever two of them share counts once, what lies outside the
 * frame or has no length counts nothing, and one that is still on lasts to the end of the frame.
 */
export const pausesWithin = (pauses: readonly Span[], start: Instant, end: Instant): readonly Pause[] => {
  const merged: Pause[] = []
  const inside = pauses
    .map(({ from, to = end }) => ({ from: Math.max(from, start), to: Math.min(to, end) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)
  for (const pause of inside) {
    const last = merged.at(-1)
    if (last !== undefined && pause.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, pause.to) }
    } else {
      merged.push(pause)
    }
  }
  return merged
}
