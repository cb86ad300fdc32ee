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
 * Looks again at the earliest of the moments it is told, neither before nor long after: what waits for its turn goes in its
 * turn, not at the next round of looking.
 */
export const createReminder = (look: () => void, now: () => Instant, after: After) => {
  let next: { readonly at: Instant; readonly forget: () => void } | undefined

  const set = (at: Instant): void => {
    next = { at, forget: after(Math.min(Math.max(at - now(), 0), longestMs), ring) }
  }
  const ring = (): void => {
    const due = next
    next = undefined
    // A timer counts on another clock than the one that decides.
    if (due !== undefined && due.at > now()) set(due.at)
    else look()
  }

  return {
    at: (moment: Instant): void => {
      if (next !== undefined && next.at <= moment) return
      next?.forget()
      set(moment)
    },
    stop: (): void => {
      next?.forget()
      next = undefined
    },
  }
}
