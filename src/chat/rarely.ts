import type { Duration, Instant } from '../domain/calendar/calendar.ts'

/** The pauses between two lines about one trouble: the first, which doubles, and the longest, ms. */
const firstMs: Duration = 60_000
const longestMs: Duration = 3_600_000
/** After so long without it a trouble is a new one, ms. */
const calmMs: Duration = 600_000
/** More troubles than these are not remembered; those first met are forgotten first. */
const most = 1_000

type Told = { seenAt: Instant; nextAt: Instant; pause: Duration; more: number }

/**
 * Which of the many times that one trouble is met are worth a line in the log: the first, then ever fewer, at last one each
 * hour. Says how many were passed over since the last line, or nothing where there shall be none.
 */
export const createRarely = (
  now: () => Instant,
): ((trouble: string) => { readonly more: number } | undefined) => {
  const troubles = new Map<string, Told>()
  return (trouble) => {
    const at = now()
    const told = troubles.get(trouble)
    if (told === undefined || at - told.seenAt >= calmMs) {
      troubles.delete(trouble)
      const [oldest] = troubles.size >= most ? troubles.keys() : []
      if (oldest !== undefined) troubles.delete(oldest)
      troubles.set(trouble, { seenAt: at, nextAt: at + firstMs, pause: firstMs, more: 0 })
      return { more: 0 }
    }
    told.seenAt = at
    if (at < told.nextAt) {
      told.more += 1
      return undefined
    }
    const { more } = told
    told.pause = Math.min(told.pause * 2, longestMs)
    told.nextAt = at + told.pause
    told.more = 0
    return { more }
  }
}
