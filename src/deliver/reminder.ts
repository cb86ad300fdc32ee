import type { Instant } from '../domain/calendar/calendar.ts'

/** Calls back after so many ms, unless it is told not to any more. */
export type After = (ms: number, then: () => void) => () => void

/** Longer than this nobody is told to wait, ms; what is asked for beyond is looked at then, and asked for anew. */
const longestMs = 600_000

/** `After` by the process's own timers. */
export const afterMs: After = (ms, then) => {
  const timer = setTimeout(then, ms)
  return () => clearTimeout(timer)
}

/**
 * Looks again at each of the moments it is told, neither before nor long after: what waits for its turn goes in its turn, not
 * at the next round of looking. What is due later is not forgotten for what is due sooner.
 */
export const createReminder = (look: () => void, now: () => Instant, after: After) => {
  /** The latest first, each once. */
  const moments: Instant[] = []
  let next: { readonly at: Instant; readonly forget: () => void } | undefined

  const arm = (): void => {
    const at = moments.at(-1)
    if (at === undefined || (next !== undefined && next.at <= at)) return
    next?.forget()
    next = { at, forget: after(Math.min(Math.max(at - now(), 0), longestMs), ring) }
  }
  const ring = (): void => {
    next = undefined
    // A timer counts on another clock than the one that decides.
    const isDue = (moments.at(-1) ?? Number.POSITIVE_INFINITY) <= now()
    while ((moments.at(-1) ?? Number.POSITIVE_INFINITY) <= now()) moments.pop()
    arm()
    if (isDue) look()
  }

  return {
    at: (moment: Instant): void => {
      let [low, high] = [0, moments.length]
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((moments[middle] ?? 0) > moment) low = middle + 1
        else high = middle
      }
      if (moments[low] !== moment) moments.splice(low, 0, moment)
      arm()
    },
    stop: (): void => {
      moments.length = 0
      next?.forget()
      next = undefined
    },
  }
}
