/** How many messages and updates together Teams takes in one conversation, in how long (ms). */
const rates: readonly { readonly most: number; readonly within: number }[] = [
  { most: 7, within: 1_000 },
  { most: 8, within: 2_000 },
  { most: 60, within: 30_000 },
  { most: 1_800, within: 3_600_000 },
]

/** What is sent apart may arrive closer together, ms. */
const slack = 100

/** Older calls than these count in no window, ms. */
export const longest = Math.max(...rates.map(({ within }) => within)) + slack

/** How long until one more call may go, ms, after those at `sent`, oldest first. */
export const waitFor = (sent: readonly number[], now: number): number =>
  Math.max(
    0,
    ...rates.map(({ most, within }) => {
      const first = sent.at(-most)
      return first === undefined ? 0 : first + within + slack - now
    }),
  )

const firstPause = 1_000
const longestPause = 60_000

/**
 * How long a conversation is left alone after `times` refusals in a row, ms: twice as long each time, jittered so that
 * several processes do not come back together, and never shorter than Teams asks.
 */
export const pauseAfter = (times: number, dice: number, retryAfter = 0): number => {
  const pause = Math.min(firstPause * 2 ** (times - 1), longestPause)
  return Math.ceil(Math.max(retryAfter, pause / 2 + (dice * pause) / 2))
}
