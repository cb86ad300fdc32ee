import type { WriteLog } from '../../../src/chat/adapter.ts'

/** Between two lines about the same reason, ms. */
const quietMs = 10 * 60_000

/**
 * Tells the log why requests were turned away, or came to nothing as `message` says: each reason at once, then at most every
 * ten minutes with how many there were meanwhile, so that a flood of bad tokens fills no log.
 */
export const createRefusals = (
  onWarn: WriteLog,
  clock: () => number,
  message = 'a request that is not proven to come from Microsoft Teams was turned away',
): ((reason: string) => void) => {
  const told = new Map<string, { at: number; since: number }>()
  return (reason) => {
    const before = told.get(reason)
    if (before !== undefined && clock() - before.at < quietMs) {
      before.since += 1
      return
    }
    told.set(reason, { at: clock(), since: 0 })
    onWarn(message, {
      reason,
      ...(before === undefined || before.since === 0 ? {} : { moreOfThem: before.since }),
    })
  }
}
