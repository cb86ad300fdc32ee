import type { Instant } from '../domain/calendar/calendar.ts'
import type { Log } from '../process/log.ts'
import type { Part, Pulse } from '../store/pulse.ts'

/**
 * A part that works all the time says so no more often, ms: a little less than a round of the heartbeat, so that none is left out
 * for being a moment early, and both halves of a worker that dies are missed together.
 */
const everyMs = 4_000

/** Says of each part of the work that it was just done, as often as is worth a statement. One that is not said comes again. */
export const createBeats = (pulse: Pick<Pulse, 'beat'>, now: () => Instant, log: Log) => {
  const said = new Map<Part, Instant>()
  return (part: Part): void => {
    const at = now()
    const last = said.get(part)
    if (last !== undefined && at >= last && at - last < everyMs) return
    said.set(part, at)
    pulse.beat(part).catch((error) => {
      said.delete(part)
      log.debug('the heartbeat was not kept', { error })
    })
  }
}
