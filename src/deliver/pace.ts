import type { Place } from '../chat/inbound.ts'
import type { Instant } from '../domain/calendar/calendar.ts'

/** What is sent in one conversation, kept as far apart as its platform asks. */
export type Pace = {
  /**
   * 0: `key` may go now, and the moment is taken. Else how long until its turn, ms: others come one by one in the order
   * they asked, an alarm (lane 1) at the next moment.
   */
  readonly take: (to: To, gap: number | undefined, lane: number, key: string) => number
  /** The platform itself asked to wait: nothing goes there before. */
  readonly hold: (to: To, ms: number) => void
}

type To = Pick<Place, 'platform' | 'team' | 'conversation'>

/** `free`: when the next may go. `turns`: who was told to come back when; `last`: when the first turn is free after them. */
type Queue = { free: Instant; last: Instant; readonly turns: Map<string, Instant> }

/** More conversations than these are not remembered; who is forgotten is asked to wait by the platform at worst. */
const most = 10_000

/**
 * A pace of this process. Another process keeps its own, so together they may be asked to wait by the platform, whose word
 * counts (architecture decision 5).
 */
export const createPace = (now: () => Instant): Pace => {
  const queues = new Map<string, Queue>()

  const queueOf = ({ platform, team, conversation }: To): Queue => {
    const key = `${platform} ${team} ${conversation}`
    const queue = queues.get(key) ?? { free: 0, last: 0, turns: new Map() }
    if (!queues.has(key) && queues.size >= most)
      for (const [other, { last }] of queues) if (last <= now()) queues.delete(other)
    queues.set(key, queue)
    if (queue.last <= now()) queue.turns.clear()
    return queue
  }

  return {
    take: (to, gap, lane, key) => {
      if (gap === undefined) return 0
      const queue = queueOf(to)
      const at = now()
      const turn = queue.turns.get(key)
      const mine = lane === 1 || queue.last <= at || (turn !== undefined && turn <= at)
      if (mine && queue.free <= at) {
        queue.turns.delete(key)
        queue.free = at + gap
        queue.last = Math.max(queue.last, queue.free)
        return 0
      }
      // An alarm that went first moves everybody after it by one moment.
      if (mine) return queue.free - at
      if (turn !== undefined) return turn - at
      const next = Math.max(queue.last, queue.free)
      queue.turns.set(key, next)
      queue.last = next + gap
      return next - at
    },
    hold: (to, ms) => {
      const queue = queueOf(to)
      queue.free = Math.max(queue.free, now() + ms)
      queue.last = Math.max(queue.last, queue.free)
    },
  }
}
