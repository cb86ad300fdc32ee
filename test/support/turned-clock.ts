import type { Due } from '../../src/store/store.ts'

const second = 1_000

/** What of a story time goes by in. */
type Turned = {
  readonly settled: () => Promise<void>
  readonly store: {
    readonly due: { readonly all: (after: undefined, limit: number) => Promise<readonly Due[]> }
  }
  readonly bot: { readonly sweep: { readonly soon: () => Promise<unknown> } }
}

/** A clock that a test turns, from `from` on; nothing goes out by itself meanwhile. */
export const turnedClock = (from: number) => {
  let at = from
  /** Lets what is owed go out, turn by turn where it waits for one. */
  const later = async (story: Turned, ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= second) {
      at += Math.min(left, second)
      await story.settled()
    }
  }
  /** Time goes by; everything that comes due on the way happens at its moment. */
  const passes = async (story: Turned, ms: number): Promise<void> => {
    const end = at + ms
    for (;;) {
      const [next] = await story.store.due.all(undefined, 1)
      if (next === undefined || next.nextDue > end) break
      at = Math.max(at, next.nextDue)
      await story.bot.sweep.soon()
      await story.settled()
    }
    at = end
    await later(story, 5 * second)
  }
  return { now: () => at, later, passes }
}
