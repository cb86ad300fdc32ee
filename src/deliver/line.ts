import type { Duration, Instant } from '../domain/calendar/calendar.ts'

/** What goes one after the other: `most` at once and then one each `gap`, everybody in turn. */
export type Line = {
  /**
   * 0: `key` may go now, if it says so with `goes`. Else how long until its turn, ms: others come one by one in the order
   * they asked, an alarm (lane 1) at the next moment.
   */
  readonly wait: (at: Instant, lane: number, key: string) => number
  readonly goes: (at: Instant, key: string) => void
  /** Nothing goes for so long, or nothing but alarms. */
  readonly hold: (at: Instant, ms: number, who: 'all' | 'others') => void
  /** Whether anybody waits, or would have to. */
  readonly isIdle: (at: Instant) => boolean
}

/** `alarms`: whether they keep the gap too, or go whenever they are not held. */
export const createLine = (
  gap: Duration,
  { most = 1, alarms = 'in turn' }: { readonly most?: number; readonly alarms?: 'in turn' | 'at once' } = {},
): Line => {
  const ahead = (most - 1) * gap
  /** When the next would go if none went ahead; until when nothing goes; when the first turn is free after those given. */
  let next: Instant = 0
  let held: Instant = 0
  let last: Instant = 0
  /** Who was told to come back when. */
  const turns = new Map<string, Instant>()

  const opens = (lane: number): Instant =>
    lane === 1 && alarms === 'at once' ? held : Math.max(next - ahead, held)

  return {
    wait: (at, lane, key) => {
      if (last <= at) turns.clear()
      const turn = turns.get(key)
      const open = opens(lane)
      // An alarm that went first moves everybody after it by one moment.
      if (lane === 1 || last <= at || (turn !== undefined && turn <= at)) return Math.max(0, open - at)
      if (turn !== undefined) return turn - at
      const mine = Math.max(last, open)
      turns.set(key, mine)
      last = mine + gap
      return mine - at
    },
    goes: (at, key) => {
      turns.delete(key)
      next = Math.max(next, at) + gap
      last = Math.max(last, next - ahead)
    },
    hold: (at, ms, who) => {
      const until = at + ms
      // Who was to come meanwhile comes afterwards, in the same order; who is late already comes first.
      const coming = [...turns].filter(([, turn]) => turn > at)
      const moved = Math.max(0, until - Math.min(...coming.map(([, turn]) => turn)))
      for (const [key, turn] of coming) turns.set(key, turn + moved)
      if (coming.length > 0) last += moved
      next = Math.max(next, until + ahead)
      if (who === 'all') held = Math.max(held, until)
      last = Math.max(last, until)
    },
    isIdle: (at) => last <= at && next - ahead <= at,
  }
}
