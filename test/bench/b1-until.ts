import { setTimeout as pause } from 'node:timers/promises'

/** Waits until `count` says that all have come; throws when they do not within half a minute. */
export const allOf = async (
  what: string,
  count: () => number | Promise<number>,
  all: number,
): Promise<void> => {
  const until = Date.now() + 30_000
  for (let came = await count(); came < all; came = await count()) {
    if (Date.now() > until) throw new Error(`${what}: only ${came} of ${all} came`)
    await pause(20)
  }
}
